package io.quittance.application.authorization;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The twin of the cancels' table. */
public final class InMemoryCancels implements Cancels {
    private final Memory memory;
    private final Rows<String, Cancel> cancels;
    private final Rows<Asked, CancelId> numbers;
    private final Rows<String, Instant> overdue;

    private record Asked(long merchant, String request) {}

    public InMemoryCancels(Memory memory) {
        this.memory = memory;
        cancels = Rows.of(memory);
        numbers = new Rows<>(memory, Comparator.comparing(Asked::merchant).thenComparing(Asked::request));
        overdue = Rows.of(memory);
    }

    @Override
    public Added add(Cancel cancel) {
        return memory.within(() -> {
            Optional<Cancel> earlier = find(cancel.merchant(), cancel.request());
            if (earlier.isPresent()) {
                return new Added.Known(earlier.get());
            }
            if (find(cancel.id()).isPresent()) {
                return new Added.NumberTaken();
            }
            cancels.put(cancel.id().value(), cancel);
            numbers.put(new Asked(cancel.merchant().value(), cancel.request().value()), cancel.id());
            return new Added.New();
        });
    }

    @Override
    public Optional<Cancel> find(MerchantId merchant, RequestId request) {
        return memory.read(
                () -> numbers.get(new Asked(merchant.value(), request.value())).flatMap(this::find));
    }

    @Override
    public Optional<Cancel> find(CancelId id) {
        return memory.read(() -> cancels.get(id.value()));
    }

    @Override
    public Optional<Cancel> lock(MerchantId merchant, RequestId request) {
        return memory.within(() -> find(merchant, request));
    }

    @Override
    public Optional<Cancel> lock(CancelId id) {
        return memory.within(() -> find(id));
    }

    @Override
    public void replace(Cancel next) {
        memory.within(() -> {
            find(next.id()).orElseThrow(() -> new IllegalStateException("there is no cancel " + next.id()));
            cancels.put(next.id().value(), next);
            if (next.ended()) {
                overdue.remove(next.id().value());
            }
            return next;
        });
    }

    @Override
    public void markOverdue(CancelId id, Instant at) {
        memory.within(() -> {
            overdue.put(id.value(), at);
            return id;
        });
    }

    @Override
    public long overdue() {
        return memory.read(overdue::size);
    }

    /** All of them, whoever's. */
    public Stream<Cancel> all() {
        return cancels.all();
    }
}
