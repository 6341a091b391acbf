package io.quittance.http.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.capture.Capture;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Teller;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("The number of an order, whose case PayerMax does not look at,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderCaseOverHttpTest {
    private final Teller teller = new Teller();

    @AfterAll
    void stop() {
        teller.close();
    }

    @Test
    void is_guarded_by_its_hold_however_it_is_written() {
        teller.told("/authResultNotifyUrl", Teller.authorization("P1"));

        assertEquals(
                "AMOUNT_INVALID", teller.capture("r1", "p1", "100.51", "USD").code());
        assertEquals(
                "APPLY_SUCCESS", teller.capture("r2", "p1", "100.50", "USD").code());
        assertEquals(
                "PAYMENT_PROCESSING",
                teller.capture("r3", "P1", "100.50", "USD").code());
        assertEquals("PAYMENT_PROCESSING", teller.cancel("c1", "P1").code());
        assertEquals(Optional.of(Hold.CAPTURING), teller.hold("P1"));
        assertEquals(teller.hold("P1"), teller.hold("p1"));
    }

    @Test
    void is_refused_with_what_was_asked_for_where_its_hold_does_not_allow_it() {
        teller.told("/authResultNotifyUrl", Teller.authorization("P9"));

        assertEquals(
                "data.amount: the number 100.51 (expected: at most the amount that was authorized)",
                teller.capture("r91", "P9", "100.51", "USD").msg());
        assertEquals(
                "data.currency: 'EUR' (expected: the currency that was authorized)",
                teller.capture("r92", "P9", "1", "EUR").msg());
    }

    @Test
    void names_the_same_capture_where_upstream_writes_it_otherwise() {
        assertEquals("APPLY_SUCCESS", teller.capture("ord2", "Ord2", "1", "USD").code());

        teller.told(
                "/captureResultNotifyUrl",
                Teller.notification(
                        "CAPTURE",
                        "APPLY_SUCCESS",
                        "\"requestId\":\"ord2\",\"outTradeNo\":\"ORD2\",\"status\":\"SUCCESS\""));

        Capture capture = teller.gateway.capture("ord2").orElseThrow();
        assertTrue(capture.state() instanceof Capture.State.Succeeded);
        String body = teller.gateway.owed(capture).getFirst().body().asUtf8();
        assertTrue(body.contains("\"outTradeNo\":\"Ord2\""), body);
        assertTrue(body.contains("\"succeededTime\":\"" + seconds() + "\""), "told for two seconds before it: " + body);
    }

    private static String seconds() {
        return LiveGateway.NOW.toString().replace("Z", " +0000");
    }
}
