package io.quittance.http.south;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.discrepancy.KeptNews.Taken;
import io.quittance.application.journal.Adoption;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.NotAdopted;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.store.Given;
import io.quittance.domain.text.Bytes;
import io.quittance.http.live.LiveGateway;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A message that was kept")
class KeptCallbacksTest {
    private static final String REFUND = """
        {"appId":"%s","merchantNo":"%s","notifyType":"REFUND","data":{"outRefundNo":"RF-1","status":"OK"}}\
        """.formatted(LiveGateway.UPSTREAM_APP, LiveGateway.UPSTREAM_NO);

    private final LiveGateway gateway = new LiveGateway();

    @AfterEach
    void stop() {
        gateway.close();
    }

    private static Message message(String body, String cameTo) {
        return new Message(Bytes.utf8(body), "key", Given.fingerprint()).to(new Message.Came(cameTo, Optional.empty()));
    }

    private Message kept(Message message) {
        gateway.store.perform(() -> gateway.store
                .discrepancies()
                .open(new Discrepancy(gateway.merchant.id(), Optional.empty(), message, "why", LiveGateway.NOW)));
        long number = gateway.discrepancies().getLast().number();
        return message.adopted(
                Optional.of(new Adoption(number, Optional.empty(), LiveGateway.NOW, "Ada", "why not", false)));
    }

    private Taken take(Message message) {
        return gateway.keptNews().take(gateway.holder(), message);
    }

    @Test
    void of_a_type_that_nobody_knows_is_passed_on_once_when_it_is_adopted() {
        Message refund = kept(message(REFUND, "resultNotifyUrl"));

        assertEquals(new Taken.Told(Settled.RECORDED), take(refund));

        assertEquals(0, gateway.discrepancies().size());
        assertThrows(NotAdopted.class, () -> take(refund));
    }

    @Test
    void that_still_makes_no_sense_is_not_taken_in() {
        Taken taken = take(kept(message("{\"data\":{\"status\":\"NEW\"}}", "captureResultNotifyUrl")));

        assertTrue(assertInstanceOf(Taken.NotUnderstood.class, taken).why().contains("expected"));
        assertEquals(1, gateway.discrepancies().size());
    }

    @Test
    void before_its_address_was_noted_is_read_by_its_type() {
        Message old = new Message(
                Bytes.utf8("{\"notifyType\":\"CAPTURE\",\"data\":{\"requestId\":\"R\",\"status\":\"NEW\"}}"),
                "key",
                Given.fingerprint());

        assertInstanceOf(Taken.NotUnderstood.class, take(kept(old)));
    }

    @Test
    void that_is_no_notification_is_not_taken_in() {
        assertInstanceOf(
                Taken.NoNews.class, take(kept(new Message(Bytes.utf8("ended by hand"), "Ada", Given.fingerprint()))));
        assertInstanceOf(
                Taken.NoNews.class,
                take(kept(new Message(Bytes.utf8("{\"code\":\"APPLY_SUCCESS\"}"), "answer", Given.fingerprint()))));
        assertInstanceOf(Taken.NoNews.class, take(kept(message(REFUND, "whereNobodyListens"))));
    }

    @Test
    void is_nobodys_whose_keys_have_not_verified_it() {
        assertFalse(gateway.keptNews().verifiedFor(gateway.holder().account(), message(REFUND, "resultNotifyUrl")));
    }
}
