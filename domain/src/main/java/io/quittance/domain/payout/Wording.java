package io.quittance.domain.payout;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What holds for every text of an instruction. No message shows one, as it may be personal. */
final class Wording {
    private Wording() {}

    /** @throws IllegalArgumentException if it is nothing but blanks, or longer than any text of a request */
    static void require(String what, String text) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > Instruction.MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    what + " (expected: 1 to " + Instruction.MAX_CHARACTERS + " characters, not only blanks)");
        }
    }

    /** The same of texts that may be left out. */
    static void require(String what, List<Optional<String>> texts) {
        Objects.requireNonNull(texts, what);
        texts.forEach(text -> text.ifPresent(said -> require(what, said)));
    }
}
