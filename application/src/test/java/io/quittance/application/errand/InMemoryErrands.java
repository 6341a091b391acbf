package io.quittance.application.errand;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.InMemoryQueue;
import io.quittance.application.store.Memory;
import io.quittance.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The twin of the errands' table. */
public final class InMemoryErrands implements Errands {
    private final Memory memory;
    private final InMemoryQueue<Errand> queue;

    public InMemoryErrands(Memory memory) {
        this.memory = memory;
        queue = new InMemoryQueue<>(
                memory,
                (errand, due) -> new Errand(
                        errand.id(),
                        errand.about(),
                        errand.merchant(),
                        errand.account(),
                        errand.step(),
                        errand.attempt(),
                        due,
                        errand.sending(),
                        errand.unsure()));
    }

    @Override
    public void add(Errand errand) {
        memory.within(() -> {
            if (!queue.about(errand.about()).isEmpty()) {
                throw new IllegalStateException(errand.about() + " has an errand already");
            }
            return queue.put(new Errand(
                    queue.nextId(),
                    errand.about(),
                    errand.merchant(),
                    errand.account(),
                    errand.step(),
                    errand.attempt(),
                    errand.dueAt(),
                    errand.sending(),
                    errand.unsure()));
        });
    }

    @Override
    public InMemoryQueue<Errand> owed() {
        return queue;
    }

    @Override
    public boolean replace(Errand errand) {
        return memory.within(() -> {
            boolean there = queue.get(errand.id()).isPresent();
            if (there) {
                queue.put(errand);
            }
            return there;
        });
    }

    @Override
    public Optional<AccountId> hasten(ObjectRef about, Instant dueAt) {
        return memory.within(() -> queue.about(about).stream()
                .filter(errand -> errand.step().asks())
                .findFirst()
                .map(errand -> {
                    queue.arm(errand.id(), dueAt);
                    return errand.account();
                }));
    }

    @Override
    public void drop(ObjectRef about) {
        memory.within(() -> {
            queue.about(about).forEach(queue::remove);
            return about;
        });
    }

    /** Everything that is owed, due or not. */
    public List<Errand> all() {
        return memory.read(queue::all);
    }
}
