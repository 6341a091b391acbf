package io.quittance.http.payout;

import static io.quittance.http.payout.PayoutDesk.ENVELOPED;
import static io.quittance.http.payout.PayoutDesk.LEGACY;
import static io.quittance.http.payout.PayoutDesk.enveloped;
import static io.quittance.http.payout.PayoutDesk.legacy;
import static io.quittance.http.payout.PayoutDesk.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.State;
import io.quittance.http.live.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("The number of a payout, whose case PayerMax does not look at,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayoutNumberCaseTest {
    private PayoutDesk desk;

    @BeforeAll
    void start() {
        desk = new PayoutDesk();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Test
    void is_in_use_however_it_is_written_and_told_as_it_was_written_first() {
        Payout first = desk.requested("a1_b");

        Answer answer = desk.ask("paymentOrderPay", request("A1_B"));

        assertEquals("ORDER_REPEAT", answer.code());
        assertEquals("a1_b", Answer.text(answer.data(), "outTradeNo"));
        assertEquals(first.id().value(), Answer.text(answer.data(), "tradeNo"));
    }

    @Test
    void is_asked_for_however_it_is_written() {
        desk.requested("Query1");

        Answer answer = desk.ask("paymentOrderQry", "{\"outTradeNo\":\"qUERY1\"}");

        assertEquals("APPLY_SUCCESS", answer.code());
        assertEquals("Query1", Answer.text(answer.data(), "outTradeNo"));
    }

    @Test
    void names_the_same_payout_where_upstream_writes_it_otherwise() {
        Payout payout = desk.requested("Ord2");

        assertEquals(200, desk.tell(ENVELOPED, enveloped("ORD2", "SUCCESS", "")).status());

        assertTrue(desk.gateway.payout("Ord2").orElseThrow().state() instanceof State.Succeeded);
        String body = desk.owed(payout).getFirst().body().asUtf8();
        assertTrue(body.contains("\"outTradeNo\":\"Ord2\""), body);
    }

    @Test
    void finds_its_owner_for_a_message_that_names_no_merchant() {
        Payout payout = desk.requested("Old3");

        assertEquals(200, desk.tell(LEGACY, legacy("OLD3", 1, "")).status());

        assertTrue(desk.gateway.payout("Old3").orElseThrow().state() instanceof State.Succeeded);
        assertEquals(1, desk.owed(payout).size());
    }
}
