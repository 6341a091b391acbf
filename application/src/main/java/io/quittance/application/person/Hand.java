package io.quittance.application.person;

import io.quittance.domain.text.CardNumbers;
import io.quittance.domain.text.ProtocolText;

/**
 * Who does something by hand, and why; both are kept for as long as what it is about. Blanks around them are cut off, and
 * card numbers are masked.
 *
 * @param person 1 to {@value #MAX_PERSON} characters on one line
 * @param reason 1 to {@value #MAX_REASON} characters on one line
 */
public record Hand(String person, String reason) {
    public static final int MAX_PERSON = 64;

    /** So that it fits into the journal's line, behind what was done. */
    public static final int MAX_REASON = 300;

    /** @throws IllegalArgumentException naming what is missing, too long or not printable */
    public Hand {
        person = CardNumbers.masked(ProtocolText.require("person", person.strip(), MAX_PERSON));
        reason = CardNumbers.masked(ProtocolText.require("reason", reason.strip(), MAX_REASON));
    }
}
