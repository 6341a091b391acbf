package io.quittance.http.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.relay.ForeignNews;
import io.quittance.domain.relay.NewsTopic;
import io.quittance.http.live.Answer;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Teller;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A payment's notification")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedPaymentsTest {
    private static final String AUTH = "/authResultNotifyUrl";

    private Teller teller;

    @BeforeAll
    void start() {
        teller = new Teller();
    }

    @AfterAll
    void stop() {
        teller.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"outTradeNo\":\"BAD\",\"status\":\"PENDING\"",
                "\"outTradeNo\":\"BAD\"",
                "\"status\":\"SUCCESS\"",
                "\"outTradeNo\":\"\",\"status\":\"SUCCESS\"",
                "\"outTradeNo\":17,\"status\":\"SUCCESS\"",
                "\"outTradeNo\":\"BAD\",\"status\":\"SUCCESS\",\"totalAmount\":\"1e3\",\"currency\":\"USD\"",
                "\"outTradeNo\":\"BAD\",\"status\":\"SUCCESS\",\"totalAmount\":-1,\"currency\":\"USD\"",
                "\"outTradeNo\":\"BAD\",\"status\":\"SUCCESS\",\"totalAmount\":{},\"currency\":\"USD\"",
                "\"outTradeNo\":\"BAD\",\"status\":\"SUCCESS\",\"totalAmount\":1,\"currency\":\"XYZ\""
            })
    void without_sense_is_kept_and_not_acknowledged_and_changes_nothing(String data) {
        var payments = teller.gateway.snapshot().payments();
        int before = teller.gateway.discrepancies().size();

        Answer answer = teller.tell(AUTH, Teller.notification("PAYMENT", "APPLY_SUCCESS", data));

        assertEquals(422, answer.status());
        assertEquals(before + 1, teller.gateway.discrepancies().size());
        assertEquals(payments, teller.gateway.snapshot().payments());
    }

    @Test
    void as_news_of_something_else_is_passed_on_and_is_no_payment() {
        var payments = teller.gateway.snapshot().payments();

        teller.told(AUTH, Teller.authorization("TYPE").replace("PAYMENT", "REFUND"));

        assertEquals(payments, teller.gateway.snapshot().payments());
        assertEquals(
                List.of(new NewsTopic("REFUND", "TYPE")),
                teller.gateway.store.newsTold().all().stream()
                        .map(ForeignNews::topic)
                        .toList());
    }

    @Test
    void as_another_merchants_news_never_reaches_ours() {
        teller.told(AUTH, Teller.authorization("MINE"));

        String theirs = Teller.authorization("MINE")
                .replace(LiveGateway.UPSTREAM_APP, "up-neighbour")
                .replace(LiveGateway.UPSTREAM_NO, "N-NO");
        teller.told(AUTH, theirs);

        assertEquals(
                1,
                teller.gateway.owed(ObjectRef.of(teller.payment("MINE").id())).size());
        Payment other = teller.gateway
                .store
                .payments()
                .find(teller.gateway.neighbour.id(), new OutTradeNo("MINE"))
                .orElseThrow();
        assertEquals(
                teller.gateway.neighbour.id(),
                teller.gateway.owed(ObjectRef.of(other.id())).getFirst().merchant());
    }
}
