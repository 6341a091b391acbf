package io.quittance.persistence.merchant;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.persistence.database.UtcTextConverter;
import java.time.Instant;
import java.util.Optional;

/** One row of the table {@code merchant_key}. */
@MappedEntity("merchant_key")
record MerchantKeyRow(
        @Id @GeneratedValue @Nullable Long id,
        long merchantId,
        String fingerprint,
        byte[] publicKey,

        @MappedProperty(type = DataType.STRING, converter = UtcTextConverter.class)
        Instant validFrom,

        @MappedProperty(type = DataType.STRING, converter = UtcTextConverter.class) @Nullable
        Instant validUntil) {

    static MerchantKeyRow of(long merchant, MerchantKey key) {
        return new MerchantKeyRow(
                null,
                merchant,
                key.id(),
                key.key().getEncoded(),
                key.from(),
                key.until().orElse(null));
    }

    MerchantKey toKey() {
        return new MerchantKey(fingerprint, RsaKeys.publicKey(publicKey), validFrom, Optional.ofNullable(validUntil));
    }
}
