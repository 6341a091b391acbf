package io.quittance.application.errand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.OwedIn;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Errands} promises of what is moved up by hand; part of {@link ErrandsContract}. */
public interface HastenedErrandsContract {
    Store store();

    private Errands errands() {
        return store().errands();
    }

    private void add(Errand errand) {
        store().perform(() -> errands().add(errand));
    }

    /** What is owed about that order in the minute that begins there. */
    private List<Errand> due(ObjectRef about, Instant minute) {
        return OwedIn.shard(errands().owed(), Shard.of(about), minute, minute.plusSeconds(60)).stream()
                .filter(errand -> errand.about().equals(about))
                .toList();
    }

    private Optional<AccountId> hasten(ObjectRef about, Instant dueAt) {
        return store().answer(() -> errands().hasten(about, dueAt));
    }

    @Test
    default void hastens_what_is_to_be_asked_and_leaves_what_it_has_come_to() {
        Instant minute = Given.quietMinute();
        Errand errand = Given.errand(GivenOperations.kept(store()), minute.plusSeconds(3600))
                .again(minute.plusSeconds(3600), true);
        add(errand);

        assertEquals(Optional.of(errand.account()), hasten(errand.about(), minute.plusSeconds(1)));

        Errand hastened = due(errand.about(), minute).getFirst();
        assertEquals(minute.plusSeconds(1), hastened.dueAt());
        assertEquals(errand.step(), hastened.step());
        assertTrue(hastened.unsure());
    }

    @Test
    default void takes_up_again_what_was_set_aside() {
        Instant minute = Given.quietMinute();
        Errand errand = Given.errand(GivenOperations.kept(store()), minute.plusSeconds(1));
        add(errand);
        long id = due(errand.about(), minute).getFirst().id();
        store().perform(() -> errands().owed().setAside(id, "it was odd"));
        assertEquals(List.of(), due(errand.about(), minute));

        hasten(errand.about(), minute.plusSeconds(2));

        assertEquals(1, due(errand.about(), minute).size());
    }

    @Test
    default void hastens_nothing_where_nothing_is_to_be_asked() {
        Instant minute = Given.quietMinute();
        Errand watched = Given.errand(GivenOperations.kept(store()), minute).watching(minute.plusSeconds(30));
        add(watched);

        assertEquals(Optional.empty(), hasten(watched.about(), minute));
        assertEquals(
                Optional.empty(),
                hasten(ObjectRef.of(GivenOperations.kept(store()).id()), minute));

        assertEquals(
                minute.plusSeconds(30), due(watched.about(), minute).getFirst().dueAt());
    }
}
