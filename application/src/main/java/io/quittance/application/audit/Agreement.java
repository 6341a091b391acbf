package io.quittance.application.audit;

import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.Wish;
import io.quittance.application.lifecycle.Step;
import io.quittance.domain.text.CardNumbers;
import io.quittance.domain.text.ProtocolText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether an order's own row says what its journal says. Only the lines of rows are asked, which are sealed and stay when bodies are
 * forgotten; what no line says is not compared.
 */
final class Agreement {
    private static final String NUMBER = ", its number ";

    private final ObjectRef.Kind kind;
    private final Optional<Wish> wish;
    private final Map<String, Integer> wishes = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private Optional<String> state;
    private int moved = 1;
    private int overdue;
    private boolean heardSince;

    /** @param row which says otherwise */
    record Contradiction(int row, String why) {}

    Agreement(ObjectRef.Kind kind) {
        this.kind = kind;
        this.state = switch (kind) {
            case CAPTURE, CANCEL, PAYOUT, PAYMENT -> Optional.of("PENDING");
            case PAYMENT_LINK -> Optional.of("ACTIVE");
            case RELAY, NEWS -> Optional.empty();
        };
        this.wish = switch (kind) {
            case CAPTURE -> Optional.of(Wish.CAPTURE);
            case CANCEL -> Optional.of(Wish.CANCEL);
            case PAYOUT -> Optional.of(Wish.PAYOUT);
            case PAYMENT_LINK -> Optional.of(Wish.PAYMENT_LINK);
            case RELAY -> Optional.of(Wish.RELAY);
            case NEWS -> Optional.of(Wish.NEWS);
            case PAYMENT -> Optional.empty();
        };
    }

    /** A row of the story, in its place. */
    void told(Told row) {
        if (is(row, JournalEntry.Kind.MOVED)) {
            state = Step.nameAfter(row.note());
            moved = row.sequence();
            heardSince = false;
        } else if (is(row, JournalEntry.Kind.OVERDUE)) {
            overdue = row.sequence();
        } else {
            heardSince |= is(row, JournalEntry.Kind.REQUESTED)
                    || is(row, JournalEntry.Kind.ANSWERED)
                    || is(row, JournalEntry.Kind.RECEIVED);
            wish.filter(one -> one.isTold(row.note())).ifPresent(_ -> wishes.put(row.note(), row.sequence()));
            number(row);
        }
    }

    private static boolean is(Told row, JournalEntry.Kind one) {
        return row.kind().equals(one.name());
    }

    private void number(Told row) {
        int at = row.note().lastIndexOf(NUMBER);
        boolean whole = row.note().codePointCount(0, row.note().length()) < JournalEntry.MAX_NOTE;
        if (at > 0 && whole && is(row, JournalEntry.Kind.RECEIVED)) {
            numbers.put(row.note().substring(at + NUMBER.length()), row.sequence());
        }
    }

    /** What of the order's own row is otherwise than the story says; call it behind the last row. */
    Optional<Contradiction> with(OwnRow own) {
        return state(own).or(() -> wish(own)).or(() -> number(own)).or(() -> overdue(own));
    }

    private Optional<Contradiction> state(OwnRow own) {
        if (state.isEmpty() || state.equals(own.state()) || livesAgain(own)) {
            return Optional.empty();
        }
        return contradicts(
                moved, "the order's row says that it is " + said(own.state()) + ", its journal " + state.get());
    }

    /** A link that was over lives again, without a move, when its merchant asks anew or upstream says so. */
    private boolean livesAgain(OwnRow own) {
        return kind == ObjectRef.Kind.PAYMENT_LINK
                && heardSince
                && state.equals(Optional.of("EXPIRED"))
                && own.state().equals(Optional.of("ACTIVE"));
    }

    private Optional<Contradiction> wish(OwnRow own) {
        Optional<String> what = own.amount().isPresent() ? own.amount() : own.subject();
        Predicate<String> said = line ->
                what.filter(text -> wish.orElseThrow().isTold(line, text)).isPresent();
        return differs(wishes, said, "the order's row is about " + said(what) + ", and its journal is not");
    }

    private Optional<Contradiction> number(OwnRow own) {
        Predicate<String> said = told -> own.upstream()
                .filter(no -> CardNumbers.begins(told, no))
                .map(no -> told.substring(no.length()))
                .filter(behind -> behind.isEmpty() || behind.startsWith(";") || behind.startsWith(" ("))
                .isPresent();
        return differs(numbers, said, "upstream has it under another number than the order's row says");
    }

    private static Optional<Contradiction> differs(Map<String, Integer> lines, Predicate<String> said, String why) {
        return lines.isEmpty() || lines.keySet().stream().anyMatch(said)
                ? Optional.empty()
                : contradicts(lines.values().iterator().next(), why);
    }

    /** The end of an order takes the mark away. */
    private Optional<Contradiction> overdue(OwnRow own) {
        boolean marked = overdue > 0 && state.equals(Optional.of("PENDING"));
        if (marked == own.overdue()) {
            return Optional.empty();
        }
        return marked
                ? contradicts(overdue, "the order's row says nothing of its being overdue")
                : contradicts(moved, "the order's row says that it is overdue, and its journal does not");
    }

    private static String said(Optional<String> text) {
        return text.map(ProtocolText::excerpt).orElse("nothing");
    }

    private static Optional<Contradiction> contradicts(int row, String why) {
        return Optional.of(new Contradiction(row, why));
    }
}
