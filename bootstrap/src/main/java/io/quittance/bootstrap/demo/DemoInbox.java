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
import java.util.function.Supplier;

/** What the demo merchant was told lately. It believes only what a key of the gateway verifies. */
public final class DemoInbox {
    private static final int KEPT = 100;

    /** Where a merchant's own id stands, by the kind of order; a capture names the order it collects from as well. */
    private static final List<String> IDS = List.of("requestId", "merchantLinkId", "outTradeNo", "orderId");

    private final Supplier<List<PublicKey>> gatewayKeys;
    private final InstantSource clock;
    private final Deque<Received> lately = new ArrayDeque<>();

    /** @param about the merchant's own id of the order that it is about; empty if that cannot be told */
    public record Received(Instant at, Optional<String> about, boolean verified, Bytes body) {}

    /** @param gatewayKeys what the gateway may sign with */
    public DemoInbox(Supplier<List<PublicKey>> gatewayKeys, InstantSource clock) {
        this.gatewayKeys = gatewayKeys;
        this.clock = clock;
    }

    /** @return whether it is to be acknowledged */
    synchronized boolean receive(Bytes body, Optional<String> sign) {
        boolean verified = sign.filter(text -> gatewayKeys.get().stream().anyMatch(key -> Rsa.verify(key, body, text)))
                .isPresent();
        if (lately.size() == KEPT) {
            lately.removeFirst();
        }
        lately.addLast(new Received(clock.instant(), about(body), verified, body));
        return verified;
    }

    synchronized List<Received> about(String order) {
        return lately.stream()
                .filter(received -> received.about().equals(Optional.of(order)))
                .toList();
    }

    private static Optional<String> about(Bytes body) {
        try {
            return JsonReader.read(body.toArray()) instanceof Json.Obj envelope
                            && envelope.field("data").orElse(envelope) instanceof Json.Obj data
                    ? IDS.stream().flatMap(name -> id(data, name).stream()).findFirst()
                    : Optional.empty();
        } catch (JsonFault _) {
            return Optional.empty();
        }
    }

    private static Optional<String> id(Json.Obj data, String name) {
        return data.field(name).orElse(new Json.Null()) instanceof Json.Str(var id)
                ? Optional.of(id)
                : Optional.empty();
    }
}
