package io.quittance.bootstrap.settings;

import io.quittance.http.wire.StrangerLimits;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads the settings of the {@link Edge}. */
final class EdgeReader {
    private final Function<String, Optional<String>> values;

    /** @param values by the name of the setting; empty where it is not set */
    EdgeReader(Function<String, Optional<String>> values) {
        this.values = values;
    }

    Edge edge() {
        StrangerLimits usual = StrangerLimits.USUAL;
        return new Edge(new StrangerLimits(
                limit("QUITTANCE_LIMIT_ADDRESS", usual.perAddress()), limit("QUITTANCE_LIMIT_APP", usual.perApp())));
    }

    private OptionalInt limit(String name, OptionalInt otherwise) {
        Optional<String> text = values.apply(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        String limit = text.get().toLowerCase(Locale.ROOT);
        if (limit.equals("off") || limit.equals("0")) {
            return OptionalInt.empty();
        }
        if (!limit.matches("[1-9][0-9]{0,5}")) {
            throw SettingsReader.bad(name, text.get(), "how many failures a minute, from 1 to 999999, or off");
        }
        return OptionalInt.of(Integer.parseInt(limit));
    }
}
