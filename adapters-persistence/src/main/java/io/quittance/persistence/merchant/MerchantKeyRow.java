package io.quittance.persistence.merchant;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.persistence.database.UtcTextConverter;
import java.time.Instant;
import java.util.Optional;

/** One row of the table {@code merchant_key}; {@code claim} is there while nobody else may register the key. */
@MappedEntity("merchant_key")
record MerchantKeyRow(
        @Id @GeneratedValue @Nullable Long id,
        long merchantId,
        String fingerprint,
        byte[] publicKey,

        @MappedProperty(type = DataType.STRING, converter = UtcTextConverter.class)
        Instant validFrom,

        @MappedProperty(type = DataType.STRING, converter = UtcTextConverter.class) @Nullable
        Instant validUntil,

        boolean revoked,
        @Nullable byte[] claim) {

    /** One that nobody else may register from now on. */
    static MerchantKeyRow of(long merchant, MerchantKey key) {
        return new MerchantKeyRow(
                null,
                merchant,
                key.id(),
                key.key().getEncoded(),
                key.term().from(),
                key.term().until().orElse(null),
                key.term().revoked(),
                RsaKeys.claim(key.key()));
    }

    /** The same key, while it counts then. */
    MerchantKeyRow during(Term term) {
        return new MerchantKeyRow(
                id,
                merchantId,
                fingerprint,
                publicKey,
                term.from(),
                term.until().orElse(null),
                term.revoked(),
                claim);
    }

    MerchantKey toKey() {
        return new MerchantKey(
                fingerprint,
                RsaKeys.publicKey(publicKey),
                new Term(validFrom, Optional.ofNullable(validUntil), revoked));
    }
}
