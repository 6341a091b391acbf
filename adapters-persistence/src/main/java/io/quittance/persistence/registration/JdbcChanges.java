package io.quittance.persistence.registration;

import io.micronaut.data.model.Pageable;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.domain.merchant.MerchantId;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps who changed what, within the transaction that changes it. */
@Singleton
public final class JdbcChanges {
    private final ChangeRows rows;

    JdbcChanges(ChangeRows rows) {
        this.rows = rows;
    }

    /** Whatever it is about belongs to that merchant. */
    public void keep(MerchantId merchant, List<FieldChange> fields, Deed deed) {
        fields.forEach(field -> rows.save(ChangeRow.of(merchant, field, deed)));
    }

    /** The latest first. */
    public List<KeptChange> of(MerchantId merchant, int most) {
        return rows.findByMerchantIdOrderByIdDesc(merchant.value(), Pageable.from(0, most)).stream()
                .map(ChangeRow::toChange)
                .toList();
    }
}
