package io.quittance.http.payermax;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.playing;
import static io.quittance.http.outbound.LoopbackServer.replying;
import static io.quittance.http.payermax.Upstream.CAPTURE;
import static io.quittance.http.payermax.Upstream.GUARDED;
import static io.quittance.http.payermax.Upstream.HOLDER;
import static io.quittance.http.payermax.Upstream.PENDING;
import static io.quittance.http.payermax.Upstream.SAID;
import static io.quittance.http.payermax.Upstream.TAKEN;
import static io.quittance.http.payermax.Upstream.TERMS;
import static io.quittance.http.payermax.Upstream.UNGUARDED;
import static io.quittance.http.payermax.Upstream.exchange;
import static io.quittance.http.payermax.Upstream.signHeader;
import static io.quittance.http.payermax.Upstream.timeless;
import static io.quittance.http.payermax.Upstream.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.LoopbackServer.Script;
import io.quittance.http.outbound.Packed;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("PayerMax's answer to a capture")
@Timeout(60)
class PayerMaxAnswersTest {
    private final Upstream upstream = new Upstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    @Nested
    class Is_taken {
        @Test
        void and_pending_until_its_notification_comes() throws IOException {
            assertEquals(
                    new Answer.Taken<>(exchange(PENDING), new Said.Has(new Report.Processing(TERMS))),
                    timeless(upstream.asked(PENDING)));
        }

        /** What is signed is what upstream wrote, before its server packed it. */
        @Test
        void and_believed_though_something_on_the_way_has_packed_it() throws IOException {
            try (var server = Packed.answering(Packed.gzip(signHeader("signed", PENDING), PENDING))) {
                assertEquals(
                        new Answer.Taken<>(exchange(PENDING), new Said.Has(new Report.Processing(TERMS))),
                        timeless(upstream.acquirer(UNGUARDED, server).submit(HOLDER, CAPTURE)));
            }
        }

        @Test
        void without_a_number_if_the_answer_has_no_data() throws IOException {
            String bare = "{\"msg\":\"\",\"code\":\"APPLY_SUCCESS\"}";

            assertEquals(
                    new Answer.Taken<>(exchange(bare), new Said.Has(new Report.Processing(Terms.UNSAID))),
                    timeless(upstream.asked(bare)));
        }

        @Test
        void and_settled_at_the_time_that_is_told() throws IOException {
            String body = TAKEN.formatted("SUCCESS", "\"2023-08-06T23:51:02 +0000\"", "null", "null");

            assertEquals(
                    new Answer.Taken<>(exchange(body), new Said.Has(new Report.Settled(TERMS, SAID))),
                    timeless(upstream.asked(body)));
        }

        @Test
        void and_settled_now_if_no_time_is_told() throws IOException {
            String body = TAKEN.formatted("SUCCESS", "null", "null", "null");

            assertEquals(
                    new Answer.Taken<>(exchange(body), new Said.Has(new Report.Settled(TERMS, Given.NOON))),
                    timeless(upstream.asked(body)));
        }

        @Test
        void and_declined_with_the_reason() throws IOException {
            String body = TAKEN.formatted("FAILED", "null", "\"2023-08-06T23:51:02 +0000\"", "\"AUTH_EXPIRED\"");
            var declined = new Report.Declined(TERMS, SAID, new Failure("AUTH_EXPIRED", ""));

            assertEquals(new Answer.Taken<>(exchange(body), new Said.Has(declined)), timeless(upstream.asked(body)));
        }

        @Test
        void with_terms_as_told_even_if_they_are_not_ours() throws IOException {
            String body = TAKEN.formatted("SUCCESS", "null", "null", "null").replace("100.50", "99");
            var terms = new Terms(TERMS.number(), TERMS.order(), Optional.of(new BigDecimal("99")), TERMS.currency());

            assertEquals(
                    new Answer.Taken<>(exchange(body), new Said.Has(new Report.Settled(terms, Given.NOON))),
                    timeless(upstream.asked(body)));
        }
    }

    @Nested
    class Is_refused {
        @Test
        void with_upstreams_code_and_words() throws IOException {
            String body = "{\"code\":\"AMOUNT_INVALID\",\"msg\":\"too much\"}";

            assertEquals(
                    new Answer.Refused<>(exchange(body), new Failure("AMOUNT_INVALID", "too much")),
                    timeless(upstream.asked(body)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "null", "\"\"", "[]", "{\"status\":7}"})
        void whatever_data_comes_with_it(String data) throws IOException {
            String body = "{\"code\":\"AMOUNT_INVALID\",\"msg\":\"too much\",\"data\":" + data + "}";

            assertInstanceOf(Answer.Refused.class, upstream.asked(body));
        }
    }

    @Nested
    class Is_unknown {
        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '|',
                value = {
                    "``                | HTTP 200, the answer is not JSON as the protocol has it",
                    "<html>502</html>  | HTTP 200, the answer is not JSON as the protocol has it",
                    "[]                | HTTP 200, the answer is not JSON as the protocol has it",
                    "{}                | HTTP 200, the answer's code makes no sense",
                    "{\"bizCode\":\"0000\"} | HTTP 200, the answer's code makes no sense",
                    "{\"code\":\"APPLY_SUCCESS\",\"data\":{}} | HTTP 200, the answer's data.status makes no sense",
                    "{\"code\":\"APPLY_SUCCESS\",\"data\":7} | HTTP 200, the answer's data makes no sense"
                })
        void if_the_answer_cannot_be_read(String body, String why) throws IOException {
            assertEquals(new Answer.Unknown<>(exchange(body), why), timeless(upstream.asked(body)));
        }

        @Test
        void if_the_answer_is_about_another_request() throws IOException {
            String body = PENDING.replace("\"R1\"", "\"R2\"");

            assertEquals(
                    new Answer.Unknown<>(exchange(body), "HTTP 200, the answer is about another order"),
                    timeless(upstream.asked(body)));
        }

        @Test
        void if_even_a_refusal_is_about_another_request() throws IOException {
            String refusal = PENDING.replace("\"R1\"", "\"R2\"").replace("APPLY_SUCCESS", "ORDER_REPEAT");

            assertInstanceOf(Answer.Unknown.class, upstream.asked(refusal));
        }

        @Test
        void if_a_gateway_on_the_way_answers() throws IOException {
            try (var server = replying(_ -> http("502 Bad Gateway", "", "<html>"))) {
                var answer = upstream.acquirer(GUARDED, server).submit(HOLDER, CAPTURE);

                assertEquals("HTTP 502, the answer is not JSON as the protocol has it", why(answer));
            }
        }

        @Test
        void if_the_answer_is_longer_than_we_read() throws IOException {
            String body = PENDING + " ".repeat(65_536);

            assertEquals("HTTP 200, the answer is longer than 65536 bytes", why(upstream.asked(body)));
        }

        @Test
        void if_the_connection_breaks_behind_the_request() throws IOException {
            assertEquals("the connection was closed without an answer", why(played(LoopbackServer.Talk::request)));
        }

        @Test
        void if_the_answer_breaks_off() throws IOException {
            var answer = played(talk -> {
                talk.request();
                talk.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"code\":\"APPLY_SUCC");
            });

            assertEquals("HTTP 200, the answer broke off", why(answer));
            assertTrue(answer.exchange().request().isPresent());
        }

        private Answer<?> played(Script script) throws IOException {
            try (var server = playing(script)) {
                return assertInstanceOf(
                        Answer.Unknown.class, upstream.acquirer(GUARDED, server).submit(HOLDER, CAPTURE));
            }
        }
    }
}
