package io.quittance.http.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.payout.SettlePayout;
import io.quittance.application.store.Given;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Refusal;
import java.util.Optional;

/** News of a payout in the flat dialect: a refusal, or the same news once its message is written again, which can be told on. */
public final class LegacyPayoutNewsFuzz {
    private LegacyPayoutNewsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Json.Obj message = PayoutNews.message(input);
            Optional<OutTradeNo> order = LegacyPayoutWire.order(message);
            Optional<UpstreamTradeNo> number = LegacyPayoutWire.number(message);
            SettlePayout.Told told = LegacyPayoutWire.read(message, Bytes.of(input), "key", Given.NOON);
            assertEquals(Optional.of(told.order()), order);
            assertEquals(told.number(), number);
            Bytes written = JsonWriter.object(message);
            SettlePayout.Told again =
                    LegacyPayoutWire.read(PayoutNews.message(written.toArray()), written, "key", Given.NOON);
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
