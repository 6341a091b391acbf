package io.quittance.http.north;

import java.util.Optional;

/** APIs that the gateway does not know itself, where somebody behind it may. */
@FunctionalInterface
public interface OtherApis {
    /** What answers an API of that name; empty if nothing does. */
    Optional<NorthCall> named(String api);
}
