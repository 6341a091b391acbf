package io.quittance.http.notification;

import io.quittance.application.notification.Dialect;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;

/** In which dialect a notification of ours is written: the envelope says of what type it is, the flat form has none. */
public final class WrittenIn {
    private WrittenIn() {}

    public static Dialect dialect(Bytes notification) {
        try {
            return JsonReader.read(notification.toArray()) instanceof Json.Obj object
                            && object.field("notifyType").isEmpty()
                            && object.field("orderId").isPresent()
                    ? Dialect.LEGACY
                    : Dialect.ENVELOPED;
        } catch (JsonFault _) {
            return Dialect.ENVELOPED;
        }
    }
}
