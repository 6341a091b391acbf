package io.quittance.http.payermax;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.playing;
import static io.quittance.http.outbound.LoopbackServer.replying;
import static io.quittance.http.payermax.Upstream.CAPTURE;
import static io.quittance.http.payermax.Upstream.GUARDED;
import static io.quittance.http.payermax.Upstream.HOLDER;
import static io.quittance.http.payermax.Upstream.OURS;
import static io.quittance.http.payermax.Upstream.PENDING;
import static io.quittance.http.payermax.Upstream.THEIRS;
import static io.quittance.http.payermax.Upstream.UNGUARDED;
import static io.quittance.http.payermax.Upstream.answering;
import static io.quittance.http.payermax.Upstream.settings;
import static io.quittance.http.payermax.Upstream.signHeader;
import static io.quittance.http.payermax.Upstream.timeless;
import static io.quittance.http.payermax.Upstream.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.text.Bytes;
import io.quittance.http.outbound.Independent;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.PostLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A capture at PayerMax")
@Timeout(60)
class PayerMaxCaptureTest {
    private final Upstream upstream = new Upstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    @Nested
    class Is_asked_for {
        @Test
        void as_the_page_says_signed_with_the_merchants_key_upstream() throws IOException {
            try (var server = answering(PENDING)) {
                Answer<Said> answer = upstream.acquirer(GUARDED, server).submit(HOLDER, CAPTURE);

                var request = server.received().getFirst();
                assertEquals("POST /aggregate-pay/api/gateway/capture HTTP/1.1", request.line());
                assertEquals(
                        "{\"version\":\"1.4\",\"keyVersion\":\"1\",\"requestTime\":\"2026-03-01T12:00:00.123Z\","
                                + "\"appId\":\"up-app\",\"merchantNo\":\"UP1\",\"data\":{\"requestId\":\"R1\","
                                + "\"outTradeNo\":\"ORDER-1\",\"currency\":\"USD\",\"amount\":100.50}}",
                        request.text());
                assertTrue(Independent.verifies(OURS.getPublic(), request));
                assertEquals(
                        new Exchange(
                                Optional.of(Bytes.of(request.body())),
                                Optional.of(Bytes.utf8(PENDING)),
                                Optional.of(200),
                                answer.exchange().took()),
                        answer.exchange());
            }
        }

        @Test
        void below_a_base_that_ends_with_a_slash_as_well() throws IOException {
            try (var server = answering(PENDING)) {
                upstream.acquirer(server.url("/base/")).submit(HOLDER, CAPTURE);

                assertEquals(
                        "POST /base/capture HTTP/1.1",
                        server.received().getFirst().line());
            }
        }

        @Test
        void never_again_when_in_doubt() throws IOException {
            try (var server = answering(PENDING)) {
                assertFalse(upstream.acquirer(GUARDED, server).knowsItsIds());
            }
        }
    }

    @Nested
    class Is_sorted_by_code_signature_and_address {
        @ParameterizedTest(name = "{0} {1}, {2}: {3}")
        @CsvSource({
            "APPLY_SUCCESS,        signed,        guarded,   Taken",
            "APPLY_SUCCESS,        unsigned,      guarded,   Unknown",
            "APPLY_SUCCESS,        badly signed,  guarded,   Unknown",
            "APPLY_SUCCESS,        signed,        unguarded, Taken",
            "APPLY_SUCCESS,        unsigned,      unguarded, Unknown",
            "apply_success,        signed,        guarded,   Unknown",
            "AMOUNT_INVALID,       signed,        guarded,   Refused",
            "AMOUNT_INVALID,       unsigned,      guarded,   Refused",
            "AMOUNT_INVALID,       badly signed,  guarded,   Refused",
            "AMOUNT_INVALID,       signed,        unguarded, Refused",
            "AMOUNT_INVALID,       unsigned,      unguarded, Unknown",
            "AMOUNT_INVALID,       badly signed,  unguarded, Unknown",
            "PARAMS_INVALID,       signed,        unguarded, Refused",
            "ORDER_REPEAT,         signed,        unguarded, Taken",
            "ORDER_REPEAT,         unsigned,      guarded,   Taken",
            "ORDER_REPEAT,         unsigned,      unguarded, Unknown",
            "ORDER_NOT_EXIST,      signed,        unguarded, Refused",
            "AUTH_EXPIRED,         signed,        unguarded, Refused",
            "ISSUER_PAYMENT_REJECTED, signed,     unguarded, Refused",
            "REQ_TIME_OVER_TIME,   signed,        unguarded, NotProcessed",
            "TOO_MANY_REQUEST,     unsigned,      guarded,   NotProcessed",
            "TOO_MANY_REQUEST,     unsigned,      unguarded, Unknown",
            "SIGN_VERIFY_FAILED,   unsigned,      guarded,   Misconfigured",
            "SIGN_VERIFY_FAILED,   unsigned,      unguarded, Unknown",
            "MERCHANT_APP_INVALID, unsigned,      guarded,   Misconfigured",
            "MERCHANT_INVALID,     signed,        unguarded, Misconfigured",
            "ILLEGAL_IP_REQUEST,   signed,        unguarded, Misconfigured",
            "SYSTEM_ERROR,         signed,        guarded,   Unknown",
            "REQUEST_TIMEOUT,      signed,        guarded,   Unknown",
            "UNEXPECTED_ERROR,     signed,        guarded,   Unknown",
            "PAYMENT_PROCESSING,   signed,        guarded,   Unknown",
            "NEVER_HEARD_OF,       signed,        guarded,   Unknown",
            "'',                   signed,        guarded,   Unknown"
        })
        void into_the_five_kinds(String code, String sign, String address, String kind) throws IOException {
            String body = "{\"code\":\"" + code + "\",\"msg\":\"secret words\"}";
            try (var server = replying(_ -> http("200 OK", signHeader(sign, body), body))) {
                Answer<Said> answer = upstream.acquirer(address.equals("guarded") ? GUARDED : UNGUARDED, server)
                        .submit(HOLDER, CAPTURE);

                assertEquals(kind, answer.getClass().getSimpleName());
                assertFalse(why(answer).contains("secret"), () -> why(answer));
            }
        }
    }

    @Nested
    class Is_known_already {
        @Test
        void if_upstream_says_that_the_id_was_used_and_then_nothing_is_refused() throws IOException {
            assertEquals(
                    new Said.HadAlready(),
                    assertInstanceOf(Answer.Taken.class, upstream.asked("{\"code\":\"ORDER_REPEAT\",\"msg\":\"no\"}"))
                            .said());
        }
    }

    @Nested
    class Is_not_processed {
        @Test
        void if_nobody_could_be_reached_and_then_nothing_was_sent() throws IOException {
            int port;
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            var answer = upstream.acquirer(URI.create(GUARDED + ":" + port)).submit(HOLDER, CAPTURE);

            assertInstanceOf(Answer.NotProcessed.class, answer);
            assertTrue(why(answer).startsWith("no connection: "), why(answer));
            assertEquals(Optional.empty(), answer.exchange().request());
        }

        @Test
        void nor_even_tried_if_all_our_connections_are_taken() throws Exception {
            var narrow =
                    new PostLimits(Duration.ofMillis(200), Duration.ofSeconds(40), 1024, Duration.ofSeconds(5), 1, 1);
            var answering = new CountDownLatch(1);
            try (var server = playing(talk -> {
                        talk.request();
                        answering.await();
                        talk.write(http("200 OK", signHeader("signed", PENDING), PENDING));
                    });
                    var one = new JsonPost(narrow, "test");
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                PayerMaxOperationAcquirer acquirer = Upstream.acquirer(server.url("/"), one);
                Future<Answer<Said>> first = threads.submit(() -> acquirer.submit(HOLDER, CAPTURE));
                server.next();

                assertEquals(
                        Answer.NotProcessed.untried(Duration.ZERO, "too many posts to that host at once"),
                        timeless(acquirer.submit(HOLDER, CAPTURE)));
                answering.countDown();
                assertInstanceOf(Answer.Taken.class, first.get());
            }
        }
    }

    @Nested
    class Is_held {
        @Test
        void if_no_private_key_is_registered_and_then_nothing_is_sent() throws IOException {
            try (var server = answering(PENDING)) {
                var keyless =
                        upstream.acquirer(server.url("/"), settings(Optional.empty(), Optional.of(THEIRS.getPublic())));

                assertInstanceOf(Answer.Misconfigured.class, keyless.submit(HOLDER, CAPTURE));
                assertEquals(List.of(), server.received());
            }
        }

        @Test
        void if_upstreams_key_is_not_registered_and_then_nothing_is_sent() throws IOException {
            try (var server = answering(PENDING)) {
                assertInstanceOf(
                        Answer.Misconfigured.class,
                        upstream.acquirer(server.url("/"), settings(Optional.of(OURS.getPrivate()), Optional.empty()))
                                .submit(HOLDER, CAPTURE));
                assertEquals(List.of(), server.received());
            }
        }
    }
}
