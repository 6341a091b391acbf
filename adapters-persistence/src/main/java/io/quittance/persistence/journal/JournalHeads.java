package io.quittance.persistence.journal;

import io.quittance.application.journal.ObjectRef;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The heads of all kinds of order. */
public final class JournalHeads {
    private final Map<ObjectRef.Kind, JournalHead> heads = new EnumMap<>(ObjectRef.Kind.class);

    /** @throws IllegalArgumentException if a kind has none, or two */
    public JournalHeads(Collection<JournalHead> all) {
        all.forEach(head -> {
            if (heads.put(head.kind(), head) != null) {
                throw new IllegalArgumentException("journal heads: two of " + head.kind());
            }
        });
        Set<ObjectRef.Kind> without = EnumSet.allOf(ObjectRef.Kind.class);
        without.removeAll(heads.keySet());
        if (!without.isEmpty()) {
            throw new IllegalArgumentException("journal heads: none of " + without);
        }
    }

    public JournalHead of(ObjectRef about) {
        return of(about.kind());
    }

    public JournalHead of(ObjectRef.Kind kind) {
        return heads.get(kind);
    }
}
