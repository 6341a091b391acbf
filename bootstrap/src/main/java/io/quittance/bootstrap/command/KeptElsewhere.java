package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.Keys.KeyCard;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.domain.key.KeyRing;
import io.quittance.http.signing.KeyReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Our private keys of which the database has only where they are, so that neither it nor a backup holds them. */
final class KeptElsewhere {
    private KeptElsewhere() {}

    /** A sentence's part for each that may still be signed with. What the setting names, its operator has named already. */
    static Stream<String> of(Settings settings, List<KeyCard> keys) {
        Optional<String> own = settings.gatewayKey().map(KeyReference::place);
        return keys.stream()
                .filter(key -> Set.of("waiting", "counting").contains(key.state()))
                .filter(key -> key.elsewhere().isPresent() && !key.elsewhere().equals(own))
                .map(key -> "the private key " + KeyRing.shown(key.id()) + " of " + whose(key) + ", which is at "
                        + key.elsewhere().orElseThrow());
    }

    private static String whose(KeyCard key) {
        return key.kind().equals(Keys.GATEWAY)
                ? "the gateway"
                : "account " + key.of().orElse("");
    }
}
