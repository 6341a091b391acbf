package io.quittance.http.notification;

import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.application.notification.NotificationSender.Place;
import io.quittance.application.notification.Signed;
import io.quittance.domain.text.Bytes;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.LoopbackServer;
import java.io.IOException;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A sender at noon, and a merchant on the loopback that answers what a test says. */
final class Telling implements AutoCloseable {
    static final Bytes BODY = Bytes.utf8("{\"code\":\"APPLY_SUCCESS\",\"msg\":\"größer €\"}");
    static final Signed SIGNED = new Signed("c2lnbg==", "key");
    static final BooleanSupplier OURS = () -> true;

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final JsonPost post = new JsonPost(LoopbackServer.PATIENT, "test");

    HttpNotificationSender sender() {
        return sender(post);
    }

    static HttpNotificationSender sender(JsonPost post) {
        return new HttpNotificationSender(post, () -> NOON);
    }

    /** What comes of a message to a merchant with that answer. */
    Attempt answered(String answer) throws IOException {
        return answered(answer, Dialect.ENVELOPED);
    }

    Attempt answered(String answer, Dialect dialect) throws IOException {
        try (var server = LoopbackServer.answering(answer)) {
            return sender().send(Place.of(server.url("/")), BODY, SIGNED, dialect, OURS);
        }
    }

    @Override
    public void close() {
        post.close();
    }
}
