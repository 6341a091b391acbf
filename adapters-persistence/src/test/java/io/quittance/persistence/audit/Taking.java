package io.quittance.persistence.audit;

import io.quittance.application.audit.BodyRemoval;
import io.quittance.application.audit.BodyRemoval.Outcome;
import io.quittance.application.audit.KeptJournal.Row;
import io.quittance.application.audit.Told;
import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import io.quittance.application.store.Given;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.store.JdbcStore;
import java.util.List;

/** Takes bodies out of stories, and looks at what is left. */
record Taking(Scene scene) {
    static final Hand HAND = new Hand("Ada", "the payee asked for it");

    Outcome forget(ObjectRef about) {
        JdbcStore store = scene.store();
        BodyRemoval removal = new BodyRemoval(
                store.keptJournal(),
                JdbcStore.CHAIN,
                new JdbcJournalBodies(store.database().sql(), OrderHeads.ALL),
                store.journal());
        return store.transactions().inOne(() -> removal.remove(about, HAND, Given.NOON));
    }

    List<Row> rows(ObjectRef about) {
        return scene.store().keptJournal().whole(about).rows();
    }

    /** Which rows have a body. */
    List<Integer> bodies(ObjectRef about) {
        return rows(about).stream()
                .map(Row::told)
                .filter(told -> told.body().isPresent())
                .map(Told::sequence)
                .toList();
    }

    /** With two rows that have bodies. */
    ObjectRef order() {
        ObjectRef about = ObjectRef.of(GivenOperations.kept(scene.store()).id());
        scene.append(about, received("one"), Given.note("two"));
        scene.append(about, Scene.full(), Given.note("four"), Given.note("five"));
        return about;
    }

    static JournalEntry received(String note) {
        return JournalEntry.noted(Kind.RECEIVED, Given.NOON, note).with(Bytes.utf8("{\"payee\":\"Ada\"}"));
    }
}
