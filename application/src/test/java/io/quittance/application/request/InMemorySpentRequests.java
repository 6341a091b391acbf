package io.quittance.application.request;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** The twin of the table of spent requests. */
public final class InMemorySpentRequests implements SpentRequests {
    private final Memory memory;
    private final Rows<String, Spending> rows;

    public InMemorySpentRequests(Memory memory) {
        this.memory = memory;
        rows = Rows.of(memory);
    }

    private static String key(Spending spending) {
        return HexFormat.of().formatHex(spending.digest().toArray());
    }

    @Override
    public boolean spend(Spending spending) {
        return memory.within(() -> {
            String key = key(spending);
            if (rows.get(key).isEmpty()) {
                rows.put(key, spending);
            }
            return rows.get(key).orElseThrow().use().equals(spending.use());
        });
    }

    @Override
    public int forget(Instant now, int limit) {
        return memory.within(() -> {
            List<Spending> over = rows.all()
                    .filter(one -> one.until().isBefore(now))
                    .limit(limit)
                    .toList();
            over.forEach(one -> rows.remove(key(one)));
            return over.size();
        });
    }
}
