package io.quittance.http.north;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All APIs that merchants may call: those that we know, and those that are passed on. */
@Singleton
public final class NorthCalls {
    private final Map<String, NorthCall> known;
    private final Optional<OtherApis> others;

    /** @param others empty where nothing is passed on */
    public NorthCalls(Collection<NorthCall> known, Optional<OtherApis> others) {
        this.known = known.stream().collect(Collectors.toUnmodifiableMap(NorthCall::name, Function.identity()));
        this.others = others;
    }

    Optional<NorthCall> named(String api) {
        return Optional.ofNullable(known.get(api))
                .or(() -> meant(api).isPresent() ? Optional.empty() : others.flatMap(some -> some.named(api)));
    }

    /**
     * The name that we know of which this one is another spelling. Who knows what upstream makes of it; passed on, it would
     * move money past our books.
     */
    private Optional<String> meant(String api) {
        return known.keySet().stream()
                .filter(name -> name.equalsIgnoreCase(api))
                .findFirst();
    }

    /** The names of fields that the pages of our own APIs have, all together. */
    Set<String> fields() {
        return known.values().stream()
                .flatMap(call -> call.knownFields().stream())
                .flatMap(fields -> fields.names().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Which name was meant, or which there are, for a refusal. */
    String expected(String api) {
        return meant(api)
                .orElseGet(() -> "one of " + known.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
}
