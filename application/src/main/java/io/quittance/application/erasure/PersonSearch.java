package io.quittance.application.erasure;

import io.quittance.application.audit.KeptJournal;
import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.audit.KeptJournal.Row;
import io.quittance.application.audit.Parts;
import io.quittance.application.journal.ObjectRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Reads all stories, part by part. */
public final class PersonSearch implements FindPersons {
    private final KeptJournal kept;
    private final Mentions mentions;

    public PersonSearch(KeptJournal kept, Mentions mentions) {
        this.kept = Objects.requireNonNull(kept, "kept");
        this.mentions = Objects.requireNonNull(mentions, "mentions");
    }

    @Override
    public Part part(Months months, Optional<ObjectRef> behind, String value) {
        Parts.Part part = Parts.read(kept, months, behind, ORDERS);
        Set<ObjectRef> found = new LinkedHashSet<>();
        AtomicLong unreadable = new AtomicLong();
        long rows = Parts.rows(kept, part, row -> {
            if (row.unreadable().isPresent()) {
                unreadable.incrementAndGet();
            } else if (names(row, value)) {
                found.add(part.about(row.number()));
            }
        });
        return new Part(List.copyOf(found), rows, unreadable.get(), part.next());
    }

    private boolean names(Row row, String value) {
        return row.told().body().filter(body -> mentions.in(body, value)).isPresent();
    }
}
