package io.quittance.application.journal;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.merchant.MerchantId;
import java.util.List;
import java.util.Optional;

/** The twin of the discrepancies' table. */
public final class InMemoryDiscrepancies implements Discrepancies {
    private final Memory memory;
    private final Rows<Long, Open> rows;
    private long lastId;

    public InMemoryDiscrepancies(Memory memory) {
        this.memory = memory;
        rows = Rows.of(memory);
    }

    @Override
    public boolean open(Discrepancy discrepancy) {
        return memory.within(() -> {
            Optional<Open> known = rows.all()
                    .filter(row -> row.discrepancy().merchant().equals(discrepancy.merchant()))
                    .filter(row -> row.discrepancy()
                            .message()
                            .fingerprint()
                            .equals(discrepancy.message().fingerprint()))
                    .findFirst();
            Open kept = known.map(row -> new Open(row.id(), row.discrepancy(), row.repeats() + 1))
                    .orElseGet(() -> new Open(++lastId, discrepancy, 0));
            rows.put(kept.id(), kept);
            return known.isEmpty();
        });
    }

    @Override
    public List<Open> unassigned(int limit) {
        return of(Optional.empty(), limit);
    }

    @Override
    public List<Open> of(MerchantId merchant, int limit) {
        return of(Optional.of(merchant), limit);
    }

    private List<Open> of(Optional<MerchantId> merchant, int limit) {
        return memory.read(() -> rows.all()
                .filter(row -> row.discrepancy().merchant().equals(merchant))
                .limit(limit)
                .toList());
    }
}
