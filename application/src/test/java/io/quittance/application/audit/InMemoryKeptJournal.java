package io.quittance.application.audit;

import io.quittance.application.journal.InMemoryJournal;
import io.quittance.application.journal.InMemoryJournal.Sealed;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Memory;
import io.quittance.domain.text.Bytes;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The twin: what the twin of the journal sealed. An order is taken to be made in the month of its first row. */
public final class InMemoryKeptJournal implements KeptJournal {
    private final Memory memory;
    private final InMemoryJournal journal;
    private final InMemoryOwnRows own;

    public InMemoryKeptJournal(Memory memory, InMemoryJournal journal, InMemoryOwnRows own) {
        this.memory = memory;
        this.journal = journal;
        this.own = own;
    }

    @Override
    public List<Head> heads(ObjectRef.Kind kind, Months months, String behind, int limit) {
        return memory.read(() -> of(kind).map(this::head)
                .filter(head -> head.number().compareTo(behind) > 0 && within(months, head.month()))
                .limit(limit)
                .toList());
    }

    private Stream<Sealed> of(ObjectRef.Kind kind) {
        return journal.sealed()
                .filter(one -> one.about().kind() == kind)
                .sorted(Comparator.comparing(one -> one.about().id()));
    }

    private Head head(Sealed one) {
        return new Head(
                one.about().id(),
                month(one.about()),
                one.seals().size(),
                one.head().map(seal -> Bytes.of(seal.cell())),
                own.of(one.about()));
    }

    private int month(ObjectRef about) {
        OffsetDateTime first = journal.story(about).getFirst().entry().at().atOffset(ZoneOffset.UTC);
        return first.getYear() * 100 + first.getMonthValue();
    }

    private static boolean within(Months months, int month) {
        return month >= months.from() && month <= months.until();
    }

    @Override
    public List<Row> rows(ObjectRef.Kind kind, Months months, Place behind, Optional<String> until, int limit) {
        return memory.read(() -> of(kind).flatMap(this::rows)
                .filter(row -> place(row).compareTo(behind.number()) > 0
                        || place(row).equals(behind.number()) && row.told().sequence() > behind.sequence())
                .filter(row -> until.isEmpty() || place(row).compareTo(until.get()) <= 0)
                .filter(row -> within(months, row.month()))
                .limit(limit)
                .toList());
    }

    private static String place(Row row) {
        return row.number();
    }

    private Stream<Row> rows(Sealed one) {
        var story = journal.story(one.about());
        return IntStream.range(0, story.size())
                .mapToObj(i -> new Row(
                        one.about().id(),
                        month(one.about()),
                        Told.of(story.get(i).sequence(), story.get(i).entry()),
                        Optional.empty(),
                        Optional.of(Bytes.of(one.seals().get(i).cell()))));
    }

    @Override
    public Whole whole(ObjectRef about) {
        return memory.read(() -> journal.sealed()
                .filter(one -> one.about().equals(about))
                .findFirst()
                .map(one -> new Whole(Optional.of(head(one)), rows(one).toList()))
                .orElseGet(() -> new Whole(Optional.empty(), List.of())));
    }

    @Override
    public Whole locked(ObjectRef about) {
        return memory.within(() -> whole(about));
    }
}
