package io.quittance.bootstrap.demo;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.signing.Rsa;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What the demo merchant was told lately. It believes only what the gateway's key verifies. */
public final class DemoInbox {
    private static final int KEPT = 100;

    private final PublicKey gatewayKey;
    private final InstantSource clock;
    private final Deque<Received> lately = new ArrayDeque<>();

    /** @param requestId which capture it is about; empty if that cannot be told */
    public record Received(Instant at, Optional<String> requestId, boolean verified, Bytes body) {}

    public DemoInbox(PublicKey gatewayKey, InstantSource clock) {
        this.gatewayKey = gatewayKey;
        this.clock = clock;
    }

    /** @return whether it is to be acknowledged */
    synchronized boolean receive(Bytes body, Optional<String> sign) {
        boolean verified =
                sign.filter(text -> Rsa.verify(gatewayKey, body, text)).isPresent();
        if (lately.size() == KEPT) {
            lately.removeFirst();
        }
        lately.addLast(new Received(clock.instant(), requestId(body), verified, body));
        return verified;
    }

    synchronized List<Received> about(String requestId) {
        return lately.stream()
                .filter(received -> received.requestId().equals(Optional.of(requestId)))
                .toList();
    }

    private static Optional<String> requestId(Bytes body) {
        try {
            return JsonReader.read(body.toArray()) instanceof Json.Obj envelope
                            && envelope.field("data").orElse(envelope) instanceof Json.Obj data
                            && data.field("requestId").orElse(data) instanceof Json.Str(var id)
                    ? Optional.of(id)
                    : Optional.empty();
        } catch (JsonFault _) {
            return Optional.empty();
        }
    }
}
