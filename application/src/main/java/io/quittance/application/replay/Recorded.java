package io.quittance.application.replay;

import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.lifecycle.Step;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an order's journal says of its moves, in their order. */
sealed interface Recorded {
    /** How many messages of upstream are in it. */
    int messages();

    /**
     * A message, and what was decided of it.
     *
     * @param state where it left the order, if it moved it
     * @param owed of how many results the merchant was owed the news, whoever of it and in however many forms
     */
    record Told(int row, Instant at, Bytes raw, Optional<String> state, int owed, boolean refused) implements Recorded {
        @Override
        public int messages() {
            return 1;
        }
    }

    /** The order moved on another word. */
    record Stood(Instant at, String state) implements Recorded {
        @Override
        public int messages() {
            return 0;
        }
    }

    /**
     * It moved, and what moved it or where to cannot be told from the rows: a line was cut, a person adopted a message, or
     * two things came at once.
     */
    record Unclear(int messages) implements Recorded {}

    /** A message and all that was decided of it are written in one go, and so under one time. */
    static List<Recorded> in(List<Journal.Row> story) {
        List<Recorded> all = new ArrayList<>();
        int i = 0;
        while (i < story.size()) {
            int first = i;
            Instant at = story.get(first).entry().at();
            while (i < story.size() && story.get(i).entry().at().equals(at)) {
                i++;
            }
            all.addAll(atOnce(story.subList(first, i)));
        }
        return all;
    }

    private static List<? extends Recorded> atOnce(List<Journal.Row> rows) {
        List<Journal.Row> messages = of(rows, Kind.RECEIVED)
                .filter(row -> row.entry().body().isPresent())
                .toList();
        List<Optional<Step>> steps =
                of(rows, Kind.MOVED).map(row -> Step.told(row.entry())).toList();
        boolean cut = steps.stream().anyMatch(Optional::isEmpty);
        if (cut
                || messages.size() > 1
                || !messages.isEmpty() && !steps.isEmpty() && rows.stream().anyMatch(Recorded::moves)) {
            return List.of(new Unclear(messages.size()));
        }
        List<String> states =
                steps.stream().flatMap(Optional::stream).map(Step::after).toList();
        Instant at = rows.getFirst().entry().at();
        return messages.isEmpty()
                ? states.stream().map(state -> new Stood(at, state)).toList()
                : List.of(told(messages.getFirst(), rows, states));
    }

    /** Whether it may be what moved the order, besides a message. */
    private static boolean moves(Journal.Row row) {
        return switch (row.entry().kind()) {
            case ANSWERED, LAPSED, OPERATED -> true;
            case REQUESTED, ASKED, REPLIED, RECEIVED, MOVED, OWED, ATTEMPTED, OVERDUE -> false;
        };
    }

    private static Told told(Journal.Row message, List<Journal.Row> rows, List<String> states) {
        return new Told(
                message.sequence(),
                message.entry().at(),
                message.entry().body().orElseThrow(),
                states.isEmpty() ? Optional.empty() : Optional.of(states.getLast()),
                results(rows),
                of(rows, Kind.RECEIVED).count() > 1);
    }

    /** Each form of a result has a row of its own; how many there are is a matter of who was registered, not of our rules. */
    private static int results(List<Journal.Row> rows) {
        return (int)
                of(rows, Kind.OWED).map(row -> row.entry().note()).distinct().count();
    }

    private static Stream<Journal.Row> of(List<Journal.Row> rows, Kind kind) {
        return rows.stream().filter(row -> row.entry().kind() == kind);
    }
}
