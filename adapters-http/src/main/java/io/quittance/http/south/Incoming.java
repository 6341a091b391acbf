package io.quittance.http.south;

import io.quittance.application.account.Holder;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message as it came to a callback; nobody has verified it.
 *
 * @param app our app id of the merchant, where the address named one
 * @param raw the whole body; {@code message} is what it says
 * @param headers all that came with it, by their names in lower case
 */
public record Incoming(Optional<String> app, Json.Obj message, Bytes raw, Map<String, List<String>> headers) {
    public Incoming {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(raw, "raw");
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> List.copyOf(header.getValue()),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
    }

    /** The header of that name, whatever its case; empty if it was left out or came more than once. */
    public Optional<String> only(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /**
     * The same, once it was verified.
     *
     * @param candidates for whom it may be, at least one
     * @param keyId which key verified it, in a word that tells no secret
     */
    public Callback.Notification verified(List<Holder> candidates, String keyId) {
        return new Callback.Notification(candidates, message, raw, keyId, Optional.empty(), Optional.empty());
    }

    /** Without the headers, which may hold what is secret. */
    @Override
    public String toString() {
        return "Incoming[app=" + app + ", raw=" + raw + "]";
    }
}
