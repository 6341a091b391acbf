package io.quittance.domain.relay;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of an API of the gateway: 1 to 64 letters and digits, as {@code orderAndPay}. */
public record ApiName(String value) {
    public static final int MAX_CHARACTERS = 64;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{1," + MAX_CHARACTERS + "}");

    public ApiName {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("API name (expected: 1 to " + MAX_CHARACTERS + " letters and digits)");
        }
    }

    /** The text if it may be a name; empty if not. */
    public static Optional<ApiName> of(String text) {
        return NAME.matcher(text).matches() ? Optional.of(new ApiName(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
