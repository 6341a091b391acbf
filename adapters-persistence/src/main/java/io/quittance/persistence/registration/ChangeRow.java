package io.quittance.persistence.registration;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import io.quittance.application.person.Hand;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.UtcTextConverter;
import java.time.Instant;

/** One row of the table {@code registration_change}. */
@MappedEntity("registration_change")
record ChangeRow(
        @Id @GeneratedValue @Nullable Long id,
        long merchantId,

        @MappedProperty(type = DataType.STRING, converter = UtcTextConverter.class)
        Instant changedAt,

        String person,
        String reason,
        String field,
        String was,
        String became) {

    static ChangeRow of(MerchantId merchant, FieldChange change, Deed deed) {
        return new ChangeRow(
                null,
                merchant.value(),
                deed.at(),
                deed.by().person(),
                deed.by().reason(),
                change.field(),
                change.was(),
                change.became());
    }

    KeptChange toChange() {
        return new KeptChange(new Deed(new Hand(person, reason), changedAt), new FieldChange(field, was, became));
    }
}
