package io.quittance.application.journal;

import io.quittance.application.capture.Captures;
import io.quittance.application.paymentlink.PaymentLinks;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The twin of the journal's table. */
public final class InMemoryJournal implements Journal {
    private final Memory memory;
    private final Captures captures;
    private final PaymentLinks links;
    private final Rows<String, List<Row>> stories;

    public InMemoryJournal(Memory memory, Captures captures, PaymentLinks links) {
        this.memory = memory;
        this.captures = captures;
        this.links = links;
        stories = Rows.of(memory);
    }

    @Override
    public int append(ObjectRef about, List<JournalEntry> entries) {
        return memory.within(() -> {
            if (!exists(about)) {
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
            return first;
        });
    }

    private boolean exists(ObjectRef about) {
        return switch (about.kind()) {
            case CAPTURE -> captures.find(about.captureId()).isPresent();
            case PAYMENT_LINK -> links.find(about.linkId()).isPresent();
        };
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
