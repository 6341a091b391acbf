package io.quittance.application.capture;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The twin of the captures' table. */
public final class InMemoryCaptures implements Captures {
    private final Memory memory;
    private final Rows<String, Capture> captures;
    private final Rows<Asked, CaptureId> numbers;
    private final Rows<String, Instant> overdue;

    private record Asked(long merchant, String request) {}

    public InMemoryCaptures(Memory memory) {
        this.memory = memory;
        captures = Rows.of(memory);
        numbers = new Rows<>(memory, Comparator.comparing(Asked::merchant).thenComparing(Asked::request));
        overdue = Rows.of(memory);
    }

    @Override
    public Added add(Capture capture) {
        return memory.within(() -> {
            Optional<Capture> earlier = find(capture.merchant(), capture.request());
            if (earlier.isPresent()) {
                return new Added.Known(earlier.get());
            }
            if (find(capture.id()).isPresent()) {
                return new Added.NumberTaken();
            }
            captures.put(capture.id().value(), capture);
            numbers.put(new Asked(capture.merchant().value(), capture.request().value()), capture.id());
            return new Added.New();
        });
    }

    @Override
    public Optional<Capture> find(MerchantId merchant, RequestId request) {
        return memory.read(
                () -> numbers.get(new Asked(merchant.value(), request.value())).flatMap(this::find));
    }

    @Override
    public Optional<Capture> find(CaptureId id) {
        return memory.read(() -> captures.get(id.value()));
    }

    @Override
    public Optional<Capture> lock(MerchantId merchant, RequestId request) {
        return memory.within(() -> find(merchant, request));
    }

    @Override
    public Optional<Capture> lock(CaptureId id) {
        return memory.within(() -> find(id));
    }

    @Override
    public void replace(Capture next) {
        memory.within(() -> {
            find(next.id()).orElseThrow(() -> new IllegalStateException("there is no capture " + next.id()));
            captures.put(next.id().value(), next);
            if (next.ended()) {
                overdue.remove(next.id().value());
            }
            return next;
        });
    }

    @Override
    public void markOverdue(CaptureId id, Instant at) {
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
    public Stream<Capture> all() {
        return captures.all();
    }
}
