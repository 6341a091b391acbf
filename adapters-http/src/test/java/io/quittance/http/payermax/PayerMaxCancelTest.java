package io.quittance.http.payermax;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.replying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.http.outbound.Independent;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.LoopbackServer.Received;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A cancel at PayerMax")
class PayerMaxCancelTest {
    private static final Cancel CANCEL = Cancel.requested(
            new CancelId("N1"),
            new Asked(
                    Upstream.MERCHANT.id(),
                    Given.account(Upstream.MERCHANT.id()),
                    new RequestId("R1"),
                    new OutTradeNo("ORDER-1"),
                    Given.NOON));
    private static final Terms TERMS = new Terms(
            Optional.of(new UpstreamNo("UP-1")),
            Optional.of(new OutTradeNo("ORDER-1")),
            Optional.empty(),
            Optional.empty());
    private static final String TAKEN = "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"data\":{"
            + "\"cancelNo\":\"UP-1\",\"requestId\":\"%s\",\"outTradeNo\":\"ORDER-1\",\"status\":\"%s\","
            + "\"createdTime\":\"2023-08-06T23:50:59 +0000\",\"succeededTime\":%s,\"failedTime\":null,"
            + "\"errorCode\":null,\"errorMsg\":null}}";

    private final Upstream upstream = new Upstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    private PayerMaxOperationAcquirer acquirer(LoopbackServer server) {
        return new PayerMaxOperationAcquirer(
                new PayerMaxCall(
                        new FarAddress(
                                URI.create(Upstream.UNGUARDED + ":" + server.port() + "/aggregate-pay/api/gateway")),
                        upstream.post,
                        _ -> Upstream.SETTINGS,
                        () -> Given.NOON),
                () -> Given.NOON);
    }

    private Answer<Said> answered(String body) throws IOException {
        try (LoopbackServer server = Upstream.answering(body)) {
            return acquirer(server).submit(Upstream.HOLDER, CANCEL);
        }
    }

    @Test
    void is_asked_for_as_the_page_has_it_and_signed() throws IOException {
        try (LoopbackServer server = Upstream.answering(TAKEN.formatted("R1", "PENDING", "null"))) {
            acquirer(server).submit(Upstream.HOLDER, CANCEL);

            Received got = server.received().getFirst();
            assertTrue(got.line().startsWith("POST /aggregate-pay/api/gateway/cancel "), got.line());
            assertEquals(
                    Map.of("requestId", "R1", "outTradeNo", "ORDER-1"),
                    Independent.json(got.body()).get("data"));
            assertEquals("up-app", Independent.json(got.body()).get("appId"));
            assertTrue(Independent.verifies(Upstream.OURS.getPublic(), got));
        }
    }

    @Nested
    class Is_taken {
        @Test
        void and_pending_until_its_notification_comes() throws IOException {
            Answer<Said> answer = answered(TAKEN.formatted("R1", "PENDING", "null"));

            assertEquals(
                    new Said.Has(new Report.Processing(TERMS)),
                    assertInstanceOf(Answer.Taken.class, answer).said());
        }

        @Test
        void and_its_end_counts_like_a_notification() throws IOException {
            Answer<Said> answer = answered(TAKEN.formatted("R1", "SUCCESS", "\"2023-08-06T23:51:02 +0000\""));

            assertEquals(
                    new Said.Has(new Report.Settled(TERMS, Instant.parse("2023-08-06T23:51:02Z"))),
                    assertInstanceOf(Answer.Taken.class, answer).said());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORDER_CLOSED", "ORDER_NOT_EXIST", "AUTH_EXPIRED", "ORDER_CLOSE_FAILED"})
    void is_refused_where_the_business_says_no(String code) throws IOException {
        Answer<Said> answer = answered("{\"code\":\"" + code + "\",\"msg\":\"no\"}");

        assertEquals(
                new Failure(code, "no"),
                assertInstanceOf(Answer.Refused.class, answer).why());
    }

    @Test
    void is_known_already_if_upstream_says_that_the_id_was_used() throws IOException {
        assertEquals(
                new Said.HadAlready(),
                assertInstanceOf(Answer.Taken.class, answered("{\"code\":\"ORDER_REPEAT\",\"msg\":\"no\"}"))
                        .said());
    }

    @Nested
    class Has_an_unknown_outcome {
        @ParameterizedTest
        @ValueSource(strings = {"SYSTEM_ERROR", "PAYMENT_PROCESSING", "SOMETHING_NEW"})
        void where_the_code_does_not_decide(String code) throws IOException {
            assertInstanceOf(Answer.Unknown.class, answered("{\"code\":\"" + code + "\",\"msg\":\"?\"}"));
        }

        @Test
        void where_the_answer_is_about_another() throws IOException {
            assertInstanceOf(Answer.Unknown.class, answered(TAKEN.formatted("R2", "SUCCESS", "null")));
        }

        @Test
        void where_the_answer_is_not_signed() throws IOException {
            String body = TAKEN.formatted("R1", "SUCCESS", "null");
            try (LoopbackServer server = replying(_ -> http("200 OK", "", body))) {
                assertInstanceOf(Answer.Unknown.class, acquirer(server).submit(Upstream.HOLDER, CANCEL));
            }
        }
    }

    @Test
    void is_never_asked_for_twice_when_in_doubt() throws IOException {
        try (LoopbackServer server = Upstream.answering("")) {
            assertFalse(acquirer(server).knowsItsIds());
        }
    }
}
