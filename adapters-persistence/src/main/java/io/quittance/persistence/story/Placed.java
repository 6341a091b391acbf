package io.quittance.persistence.story;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.story.Summary;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * An order where it stands in a list of all kinds. Our numbers begin with the second in which an order was made, so they put all
 * kinds in order but payment links; these follow the others of their second.
 *
 * @param month that its table keeps it under
 */
record Placed(int month, Summary summary) {
    static final Comparator<Placed> NEWEST_FIRST = Comparator.comparingInt(Placed::month)
            .thenComparing(Placed::second)
            .thenComparing(place -> !place.isLink())
            .thenComparing(Placed::exactly)
            .thenComparing(Placed::number)
            .reversed();

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int DIGITS = 14;

    /** Of rows, with what stands for its question marks. */
    record Condition(String text, List<Object> values) {}

    private boolean isLink() {
        return summary.about().kind() == Kind.PAYMENT_LINK;
    }

    private String number() {
        return summary.about().id();
    }

    private String second() {
        return isLink()
                ? SECOND.format(summary.createdAt())
                : number().substring(0, Math.min(DIGITS, number().length()));
    }

    /** Links within a second go by their times, the others by their numbers alone. */
    private Instant exactly() {
        return isLink() ? summary.createdAt() : Instant.EPOCH;
    }

    /** What comes behind it of a table in the order of numbers, which are not those of links. */
    Condition behindByNumber(SummaryTable table) {
        String last = isLink() ? second() : number();
        return new Condition(
                "created_month <= ? and (created_month < ? or " + table.number() + " < ?)",
                List.of(month, month, identifier(last)));
    }

    /** What comes behind it of payment links in the order of times, of its own month. */
    Condition behindWithinMonth(SummaryTable links) {
        return isLink()
                ? new Condition(
                        links.made() + " <= ? and (" + links.made() + " < ? or " + links.number() + " < ?)",
                        List.of(summary.createdAt(), summary.createdAt(), identifier(number())))
                : new Condition(links.made() + " < ?", List.of(secondAfter()));
    }

    private Instant secondAfter() {
        try {
            return SECOND.parse(second(), Instant::from).plusSeconds(1);
        } catch (DateTimeParseException _) {
            // No number that we gave, so there is no telling; of what we gave there is none behind it.
            return Instant.EPOCH;
        }
    }
}
