package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * The seals of the journal, as the command line and the management API speak of them. Each answer is about one part, so that no
 * call takes long; whoever wants all asks for part after part.
 */
public interface Audits {
    /** So many anchors are compared at once at most. */
    int MOST_ANCHORS = 200;

    /**
     * {@code {"orders":n,"rows":n,"damages":[{"kind","number","row","what","why"}],"behind":...}}: what is wrong with the
     * orders of a part; {@code behind} is where the next one begins, null where there is none.
     *
     * @throws Trouble if the part cannot be asked for so
     */
    Bytes verify(Span span);

    /** The same of one order. @param kind as {@code capture} @param number ours */
    Bytes verify(String kind, String number);

    /** The same of each order that one of these lines is about, against what the line says of it. */
    Bytes compare(List<String> anchors);

    /** {@code {"anchors":["capture C1 202611 7 ..."],"behind":...}}: a line for each order of a part. */
    Bytes anchors(Span span);

    /**
     * {@code {"rows":n,"orders":[{"kind","number"}],"damages":[...],"behind":...}}: seals what no older version could seal; it
     * stands in the journal of each order, with who said so and why.
     *
     * @throws Trouble also if the reason or the name is empty or too long
     */
    Bytes vouch(Span span, String reason, String person);

    /**
     * A part of the journal.
     *
     * @param since the first month in which an order was made that counts, as {@code 2026-03}
     * @param until the last
     * @param behind where the part before ended
     */
    record Span(Optional<String> since, Optional<String> until, Optional<String> behind) {
        public Span behind(String place) {
            return new Span(since, until, Optional.of(place));
        }
    }
}
