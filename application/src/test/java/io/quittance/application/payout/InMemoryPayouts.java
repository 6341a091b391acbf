package io.quittance.application.payout;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The twin of the payouts' table. */
public final class InMemoryPayouts implements Payouts {
    private final Memory memory;
    private final Rows<String, Payout> payouts;
    private final Rows<Asked, PayoutId> current;
    private final Rows<String, Instant> overdue;

    private record Asked(long merchant, String order) {
        static Asked of(Payout payout) {
            return new Asked(payout.merchant().value(), payout.order().value());
        }
    }

    public InMemoryPayouts(Memory memory) {
        this.memory = memory;
        payouts = Rows.of(memory);
        current = new Rows<>(memory, Comparator.comparing(Asked::merchant).thenComparing(Asked::order));
        overdue = Rows.of(memory);
    }

    @Override
    public Added add(Payout payout) {
        return memory.within(() -> {
            Optional<Payout> earlier = find(payout.merchant(), payout.order());
            if (earlier.isPresent()) {
                return new Added.Known(earlier.get());
            }
            if (find(payout.id()).isPresent()) {
                return new Added.NumberTaken();
            }
            payouts.put(payout.id().value(), payout);
            current.put(Asked.of(payout), payout.id());
            return new Added.New();
        });
    }

    @Override
    public Optional<Payout> find(MerchantId merchant, OutTradeNo order) {
        return memory.read(
                () -> current.get(new Asked(merchant.value(), order.value())).flatMap(this::find));
    }

    @Override
    public Optional<Payout> find(PayoutId id) {
        return memory.read(() -> payouts.get(id.value()));
    }

    @Override
    public Optional<Payout> lock(MerchantId merchant, OutTradeNo order) {
        return memory.within(() -> find(merchant, order));
    }

    @Override
    public Optional<Payout> lock(PayoutId id) {
        return memory.within(() -> find(id));
    }

    @Override
    public List<MerchantId> owners(OutTradeNo order) {
        return memory.read(() -> current.all()
                .flatMap(id -> payouts.get(id.value()).stream())
                .filter(payout -> payout.order().equals(order))
                .map(Payout::merchant)
                .toList());
    }

    @Override
    public void replace(Payout next) {
        memory.within(() -> {
            find(next.id()).orElseThrow(() -> new IllegalStateException("there is no payout " + next.id()));
            payouts.put(next.id().value(), next);
            if (next.ended()) {
                overdue.remove(next.id().value());
            }
            return next;
        });
    }

    @Override
    public void retire(PayoutId id) {
        memory.within(() -> {
            find(id).map(Asked::of)
                    .filter(asked -> current.get(asked).filter(id::equals).isPresent())
                    .ifPresent(current::remove);
            return id;
        });
    }

    @Override
    public boolean markOverdue(PayoutId id, Instant at) {
        return memory.within(() -> {
            boolean marked = overdue.get(id.value()).isPresent();
            if (!marked) {
                overdue.put(id.value(), at);
            }
            return !marked;
        });
    }

    @Override
    public long overdue() {
        return memory.read(overdue::size);
    }
}
