package io.quittance.application.merchant;

import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.InMemoryChanges;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The twin of the table of terms. */
public final class InMemoryEndpointTerms implements EndpointTerms {
    private final Memory memory;
    private final Rows<Long, Row> rows;
    private final InMemoryChanges changes;

    private record Row(EndpointId endpoint, Kept kept) {}

    public InMemoryEndpointTerms(Memory memory, InMemoryChanges changes) {
        this.memory = memory;
        this.rows = Rows.of(memory);
        this.changes = changes;
    }

    @Override
    public Map<EndpointId, Integer> versions() {
        return memory.alone(() -> rows.all()
                .collect(Collectors.toMap(Row::endpoint, row -> row.kept().version())));
    }

    @Override
    public Optional<Kept> of(EndpointId endpoint) {
        return memory.alone(() -> rows.get(endpoint.value()).map(Row::kept));
    }

    @Override
    public boolean change(
            MerchantId merchant, EndpointId endpoint, int version, Bytes next, List<FieldChange> fields, Deed deed) {
        return memory.alone(() -> {
            int known =
                    rows.get(endpoint.value()).map(row -> row.kept().version()).orElse(NONE);
            if (known != version) {
                return false;
            }
            rows.put(endpoint.value(), new Row(endpoint, new Kept(version + 1, next)));
            changes.keep(merchant, fields, deed);
            return true;
        });
    }
}
