package io.quittance.http.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.payout.SettlePayout;
import io.quittance.application.store.Given;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Refusal;

/** News of a payout in the enveloped dialect: a refusal, or the same news once its message is written again, which can be told on. */
public final class PayoutNewsFuzz {
    private PayoutNewsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Json.Obj message = PayoutNews.message(input);
            SettlePayout.Told told = PayoutWire.Notification.read(message, Bytes.of(input), "key", Given.NOON);
            Bytes written = JsonWriter.object(message);
            SettlePayout.Told again =
                    PayoutWire.Notification.read(PayoutNews.message(written.toArray()), written, "key", Given.NOON);
            assertEquals(told, again.by(told.message()));
            assertEquals(told.message().fingerprint(), again.message().fingerprint());
            PayoutNews.check(told);
        } catch (Refusal refusal) {
            assertTrue(refusal.getMessage().length() <= 2 * Refusal.MAX_MESSAGE, refusal.getMessage());
        } catch (JsonFault fault) {
            assertTrue(fault.getMessage().length() < 40, fault.getMessage());
        }
    }
}
