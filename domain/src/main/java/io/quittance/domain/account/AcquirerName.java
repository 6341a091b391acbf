package io.quittance.domain.account;

import java.util.regex.Pattern;

/** What an acquirer is called in settings, commands and the database: lower-case letters, digits, hyphens; 1 to 32. */
public record AcquirerName(String value) {
    public static final int MAX_CHARACTERS = 32;

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1," + MAX_CHARACTERS + "}");

    public AcquirerName {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("acquirer: '" + value + "' (expected: 1 to " + MAX_CHARACTERS
                    + " lower-case letters, digits or hyphens)");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
