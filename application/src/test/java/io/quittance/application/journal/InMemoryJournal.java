package io.quittance.application.journal;

import io.quittance.application.audit.Chain;
import io.quittance.application.audit.GivenAuditKey;
import io.quittance.application.audit.Seal;
import io.quittance.application.audit.Told;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The twin of the journal's table. */
public final class InMemoryJournal implements Journal {
    /** What all twins seal with. */
    public static final Chain CHAIN = new Chain(new GivenAuditKey());

    private final Memory memory;
    private final Predicate<ObjectRef> orders;
    private final Rows<String, List<Row>> stories;
    private final Rows<String, Sealed> sealed;

    /** The seals of an order's rows, and the head behind the last. */
    public record Sealed(ObjectRef about, List<Seal> seals, Optional<Seal> head) {}

    /** @param orders whether there is such an order, as each has a row for the journal to hang on */
    public InMemoryJournal(Memory memory, Predicate<ObjectRef> orders) {
        this.memory = memory;
        this.orders = orders;
        stories = Rows.of(memory);
        sealed = Rows.of(memory);
    }

    @Override
    public int append(ObjectRef about, List<JournalEntry> entries) {
        return memory.within(() -> {
            if (!orders.test(about)) {
                throw new IllegalStateException("there is no " + about);
            }
            List<Row> story = new ArrayList<>(story(about));
            int first = story.size() + 1;
            for (JournalEntry entry : entries) {
                if (entry.fingerprint().isPresent() && indexOf(story, entry.fingerprint()) >= 0) {
                    throw new IllegalStateException(about + " has an entry with that fingerprint already");
                }
                story.add(new Row(story.size() + 1, entry, 0));
            }
            stories.put(about.toString(), List.copyOf(story));
            if (!entries.isEmpty()) {
                seal(about, first, entries);
            }
            return first;
        });
    }

    private void seal(ObjectRef about, int first, List<JournalEntry> entries) {
        Sealed before = sealed.get(about.toString()).orElseGet(() -> new Sealed(about, List.of(), Optional.empty()));
        List<Seal> seals = new ArrayList<>(before.seals());
        Optional<Seal> head = before.head();
        for (JournalEntry entry : entries) {
            int sequence = first + seals.size() - before.seals().size();
            Seal seal = CHAIN.row(about, head, Told.of(sequence, entry));
            seals.add(seal);
            head = Optional.of(CHAIN.head(about, sequence, seal));
        }
        sealed.put(about.toString(), new Sealed(about, List.copyOf(seals), head));
    }

    /** All orders that have a story. */
    public Stream<Sealed> sealed() {
        return sealed.all();
    }

    @Override
    public boolean repeated(ObjectRef about, Fingerprint message) {
        return memory.within(() -> {
            List<Row> story = new ArrayList<>(story(about));
            int index = indexOf(story, Optional.of(message));
            if (index < 0) {
                return false;
            }
            Row row = story.get(index);
            story.set(index, new Row(row.sequence(), row.entry(), row.repeats() + 1));
            stories.put(about.toString(), List.copyOf(story));
            return true;
        });
    }

    private static int indexOf(List<Row> story, Optional<Fingerprint> fingerprint) {
        return story.stream()
                .filter(row -> row.entry().fingerprint().equals(fingerprint))
                .mapToInt(row -> row.sequence() - 1)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public List<Row> story(ObjectRef about) {
        return memory.read(() -> stories.get(about.toString()).orElse(List.of()));
    }
}
