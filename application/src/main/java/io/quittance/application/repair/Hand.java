package io.quittance.application.repair;

import io.quittance.application.journal.JournalEntry;

/**
 * Who does something by hand, and why; both stand in the journal for as long as the order does.
 *
 * @param person 1 to {@value io.quittance.application.journal.JournalEntry#MAX_WHO} characters
 * @param reason 1 to {@value #MAX_REASON} characters
 */
public record Hand(String person, String reason) {
    /** So that it fits into the journal's line, behind what was done. */
    public static final int MAX_REASON = 300;

    /** @throws IllegalArgumentException naming what is too long or missing */
    public Hand {
        check("reason", reason, MAX_REASON);
        check("name of the person", person, JournalEntry.MAX_WHO);
    }

    private static void check(String what, String text, int most) {
        if (text.isBlank()
                || text.codePointCount(0, text.length()) > most
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " (expected: 1 to " + most + " characters on one line)");
        }
    }
}
