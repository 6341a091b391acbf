package io.quittance.application.journal;

import io.quittance.domain.text.CardNumbers;
import java.util.List;

/**
 * What an order is about, as the line that begins its story says it: so that the order's own row can be compared with that line.
 * Lines are cut, and numbers like those of cards are masked in them, so a line is never read, but written once more.
 */
public enum Wish {
    CAPTURE("the merchant asks to capture ", ""),
    CANCEL("the merchant asks to cancel the authorization of ", ""),
    PAYOUT("the merchant asks to pay out ", ""),
    PAYMENT_LINK("the merchant asks for a link over ", ""),
    RELAY("the merchant asks ", " of upstream"),
    NEWS("upstream tells of ", "");

    /** What may stand behind it in a line. */
    private static final List<String> BEHIND = List.of("; ", ", ", " (");

    private final String before;
    private final String behind;

    Wish(String before, String behind) {
        this.before = before;
        this.behind = behind;
    }

    /** As a line begins. @param what an amount, an order, an API or a topic */
    public String line(Object what) {
        return before + what + behind;
    }

    /** Whether a line of the journal is one of these. */
    public boolean isTold(String line) {
        return line.startsWith(before);
    }

    /** Whether a line of the journal says that of this. */
    public boolean isTold(String line, String what) {
        String said = JournalEntry.cut(line(what));
        return CardNumbers.begins(line, said)
                && (line.length() == said.length()
                        || BEHIND.stream().anyMatch(more -> line.startsWith(more, said.length())));
    }
}
