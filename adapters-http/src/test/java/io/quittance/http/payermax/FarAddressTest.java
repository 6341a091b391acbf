package io.quittance.http.payermax;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.replying;
import static io.quittance.http.payermax.Upstream.CAPTURE;
import static io.quittance.http.payermax.Upstream.GUARDED;
import static io.quittance.http.payermax.Upstream.HOLDER;
import static io.quittance.http.payermax.Upstream.PENDING;
import static io.quittance.http.payermax.Upstream.UNGUARDED;
import static io.quittance.http.payermax.Upstream.signHeader;
import static io.quittance.http.payermax.Upstream.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.text.Bytes;
import io.quittance.http.outbound.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An address at which PayerMax is not")
@Timeout(60)
class FarAddressTest {
    private final Upstream upstream = new Upstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    private Answer<?> captured(String host, String status, String headers, String body) throws IOException {
        try (var server = replying(_ -> http(status, headers, body))) {
            return upstream.acquirer(host, server).submit(HOLDER, CAPTURE);
        }
    }

    @Nested
    class Is_our_configuration {
        @ParameterizedTest(name = "{0}, {1}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "404 Not Found          | ``                                          | HTTP 404 with an empty"
                            + " answer",
                    "405 Method Not Allowed | ``                                          | HTTP 405 with an empty"
                            + " answer",
                    "404 Not Found          | `<html>nginx</html>`                        | HTTP 404 with a web page",
                    "404 Not Found          | `{\"message\":\"no Route matched\"}`        | HTTP 404 with words of"
                            + " another",
                    "404 Not Found          | `{\"code\":\"PARAMS_INVALID\",\"msg\":\"\"}`| HTTP 404 with words of"
                            + " another",
                    "301 Moved Permanently  | ``                                          | HTTP 301 with an empty"
                            + " answer",
                    "200 OK                 | ` <!DOCTYPE html><p>Welcome`                | HTTP 200 with a web page",
                    "403 Forbidden          | `<html>blocked</html>`                      | HTTP 403 with a web page"
                })
        void and_says_what_was_answered(String status, String body, String what) throws IOException {
            Answer<?> answer = captured(GUARDED, status, "", body);

            assertInstanceOf(Answer.Misconfigured.class, answer, () -> why(answer));
            assertTrue(why(answer).endsWith("/aggregate-pay/api/gateway: " + what), () -> why(answer));
        }
    }

    @Nested
    class Is_not_told_from_a_gateway_at_work {
        @ParameterizedTest(name = "{0}, {1}")
        @CsvSource({
            "502 Bad Gateway,         <html>",
            "503 Service Unavailable, <html>",
            "504 Gateway Timeout,     ''",
            "408 Request Timeout,     <html>",
            "429 Too Many Requests,   <html>",
            "200 OK,                  ''"
        })
        void by_a_server_on_the_way_that_gives_up(String status, String body) throws IOException {
            assertInstanceOf(Answer.Unknown.class, captured(GUARDED, status, "", body));
        }

        @Test
        void where_anybody_on_the_way_could_have_said_it() throws IOException {
            assertInstanceOf(Answer.Unknown.class, captured(UNGUARDED, "404 Not Found", "", ""));
        }

        @Test
        void by_a_status_when_it_has_signed() throws IOException {
            assertInstanceOf(
                    Answer.Taken.class, captured(UNGUARDED, "404 Not Found", signHeader("signed", PENDING), PENDING));
            assertInstanceOf(
                    Answer.Refused.class,
                    captured(GUARDED, "404 Not Found", "", "{\"code\":\"ORDER_NOT_EXIST\",\"msg\":\"\"}"));
        }
    }

    @Nested
    class Is_remembered {
        private final AtomicReference<String> reply = new AtomicReference<>(http("404 Not Found", "", ""));

        private LoopbackServer server() {
            return replying(_ -> reply.get());
        }

        private PayerMaxCall call(FarAddress address) {
            return new PayerMaxCall(address, upstream.post, _ -> Upstream.SETTINGS, () -> Given.NOON);
        }

        @Test
        void until_the_gateway_speaks_and_then_it_was_right_whatever_comes() throws IOException {
            try (var server = server()) {
                FarAddress address = new FarAddress(URI.create(GUARDED + ":" + server.port() + "/oops/"));
                var probe = new PayerMaxProbe(call(address), () -> Given.NOON);

                assertEquals(Optional.empty(), probe.ask(HOLDER.account()), "the address tells it itself");
                assertEquals(
                        Optional.of("the gateway is not at http://127.0.0.1:" + server.port()
                                + "/oops: HTTP 404 with an empty answer"),
                        address.fault());
                assertFalse(address.spoken());

                reply.set(http("200 OK", "", "{\"code\":\"MERCHANT_APP_INVALID\",\"msg\":\"\"}"));
                assertEquals(
                        Optional.of("Upstream does not accept account 1 as registered here: MERCHANT_APP_INVALID"),
                        probe.ask(HOLDER.account()));
                assertEquals(Optional.empty(), address.fault());
                assertTrue(probe.done());

                reply.set(http("404 Not Found", "", ""));
                probe.ask(HOLDER.account());
                assertTrue(address.fault().isPresent());
                assertTrue(address.spoken());
            }
        }

        @Test
        void whoever_finds_it_out() throws IOException {
            try (var server = server()) {
                FarAddress address = new FarAddress(server.url("/oops"));
                var relay = new PayerMaxRelay(
                        call(address), LoopbackServer.PATIENT.exchange(), URI.create("https://gateway.example"));

                relay.ask(HOLDER, Upstream.relay("refund"), Bytes.utf8("{\"version\":\"1.4\",\"data\":{}}"));

                assertTrue(address.fault().isPresent());
            }
        }
    }

    @Nested
    class Is_asked_at_the_start {
        @Test
        void for_a_payout_that_cannot_exist_signed_as_the_merchants_account() throws IOException {
            String body = "{\"code\":\"ORDER_NOT_EXIST\",\"msg\":\"\"}";
            try (var server = replying(_ -> http("200 OK", signHeader("signed", body), body))) {
                var address = new FarAddress(server.url("/aggregate-pay/api/gateway"));
                var call = new PayerMaxCall(address, upstream.post, _ -> Upstream.SETTINGS, () -> Given.NOON);

                assertEquals(Optional.empty(), new PayerMaxProbe(call, () -> Given.NOON).ask(HOLDER.account()));

                var request = server.received().getFirst();
                assertTrue(request.line().startsWith("POST /aggregate-pay/api/gateway/paymentOrderQry "));
                assertTrue(
                        request.text().endsWith("\"data\":{\"outTradeNo\":\"QUITTANCE_CHECK_1772366400123\"}}"),
                        request::text);
            }
        }
    }
}
