package io.quittance.domain.money;

import java.util.Optional;

/** A country as the protocol writes it: two upper-case letters. Which of them upstream serves, upstream decides. */
public record Country(String code) {
    public Country {
        if (!letters(code)) {
            throw new IllegalArgumentException("country: '" + code + "' (expected: two upper-case letters, as ID)");
        }
    }

    /** The country with that code; empty if it is no such code. */
    public static Optional<Country> of(String code) {
        return letters(code) ? Optional.of(new Country(code)) : Optional.empty();
    }

    private static boolean letters(String code) {
        return code.length() == 2 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    @Override
    public String toString() {
        return code;
    }
}
