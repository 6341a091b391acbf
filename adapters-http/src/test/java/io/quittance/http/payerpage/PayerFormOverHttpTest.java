package io.quittance.http.payerpage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.http.live.Draft;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The form of a link that is submitted")
class PayerFormOverHttpTest {
    private final Payer payer = new Payer();

    @AfterEach
    void stop() {
        payer.close();
    }

    @Test
    void says_that_it_was_paid_and_lets_the_simulator_tell_it_once() {
        PaymentLink link = payer.created(Draft.link("L1"));

        String result = payer.pay(link, payer.attempt(link), "SUCCESS");

        assertTrue(result.contains("Payment successful"), result);
        assertEquals(1, payer.due().size());
        assertTrue(result.contains(payer.due().getFirst().number()));
        assertTrue(payer.page(link).contains("Already paid"), "though the news of it is still on its way");
    }

    @Test
    void twice_pays_once_and_says_the_same() {
        PaymentLink link = payer.created(Draft.link("L1"));
        String attempt = payer.attempt(link);

        String first = payer.pay(link, attempt, "SUCCESS");

        assertEquals(first, payer.pay(link, attempt, "SUCCESS"));
        assertEquals(first, payer.pay(link, attempt, "FAILED"), "the first choice counts");
        assertEquals(1, payer.due().size());
    }

    @Test
    void in_two_windows_pays_once() {
        PaymentLink link = payer.created(Draft.link("L1"));
        String one = payer.attempt(link);
        String other = payer.attempt(link);

        payer.pay(link, one, "SUCCESS");
        String second = payer.pay(link, other, "SUCCESS");

        assertTrue(second.contains("Already paid"), second);
        assertEquals(1, payer.due().size());
    }

    @Test
    void that_fails_or_stays_pending_says_so_and_can_be_tried_again() {
        PaymentLink link = payer.created(Draft.link("L1"));

        assertTrue(payer.pay(link, payer.attempt(link), "FAILED").contains("Payment failed"));
        assertTrue(payer.pay(link, payer.attempt(link), "PENDING").contains("Payment pending"));
        assertEquals(List.of(), payer.due(), "nobody is told of it");

        assertTrue(payer.pay(link, payer.attempt(link), "SUCCESS").contains("Payment successful"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "attempt=ab",
                "attempt=ab&method=CASH&outcome=SUCCESS",
                "attempt=ab&method=CARD&outcome=MAYBE",
                "attempt=../x&method=CARD&outcome=SUCCESS",
                "attempt=%&method=CARD&outcome=SUCCESS",
                "method=CARD&outcome=SUCCESS"
            })
    void that_is_not_filled_in_shows_it_again_and_pays_nothing(String form) {
        PaymentLink link = payer.created(Draft.link("L1"));

        HttpResponse<byte[]> answer = payer.post(link, form);

        assertEquals(400, answer.statusCode());
        assertTrue(Payer.text(answer).contains("role=\"alert\""));
        assertEquals(List.of(), payer.due());
    }
}
