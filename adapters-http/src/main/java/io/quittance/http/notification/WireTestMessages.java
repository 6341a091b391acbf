package io.quittance.http.notification;

import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.TestMessages;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Envelope;
import java.time.Instant;
import java.util.Optional;

/**
 * Test messages, as PayerMax has none: a type and a code of their own that no page has, and neither order, number, state,
 * amount nor currency. Who reads only the code takes it for no success.
 */
public final class WireTestMessages implements TestMessages {
    /** Its {@code notifyType}, and its code in both dialects. */
    public static final String TYPE = "ENDPOINT_TEST";

    private static final String TEXT =
            "A test of this endpoint, sent by an operator. It is about no order and no money.";

    @Override
    public Bytes message(Merchant merchant, Dialect dialect, Instant at) {
        return switch (dialect) {
            case ENVELOPED ->
                Envelope.notification(
                        merchant.app(),
                        merchant.no(),
                        at,
                        TYPE,
                        Optional.of(new Failure(TYPE, TEXT)),
                        o -> o.object("data", data -> data.bool("test", true)));
            case LEGACY ->
                JsonWriter.object(
                        o -> o.bool("test", true).text("responseCode", TYPE).text("responseMsg", TEXT));
        };
    }
}
