package io.quittance.application.registration;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.merchant.MerchantId;
import java.util.Comparator;
import java.util.List;

/** The twin of the table of changes. */
public final class InMemoryChanges {
    private final Rows<Long, Row> rows;
    private long last;

    private record Row(MerchantId merchant, KeptChange change) {}

    public InMemoryChanges(Memory memory) {
        rows = new Rows<>(memory, Comparator.<Long>reverseOrder());
    }

    public void keep(MerchantId merchant, List<FieldChange> fields, Deed deed) {
        fields.forEach(field -> rows.put(++last, new Row(merchant, new KeptChange(deed, field))));
    }

    /** The latest first. */
    public List<KeptChange> of(MerchantId merchant, int most) {
        return rows.all()
                .filter(row -> row.merchant().equals(merchant))
                .map(Row::change)
                .limit(most)
                .toList();
    }
}
