package io.quittance.persistence.merchant;

import static io.quittance.persistence.database.Sql.identifier;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.quittance.application.merchant.Registration;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.PayoutDialect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One row of the table {@code merchant}. */
@MappedEntity("merchant")
record MerchantRow(
        @Id @GeneratedValue @Nullable Long id,
        byte[] appId,
        byte[] merchantNo,
        boolean enabled,
        String notifyUrl,
        String payoutDialect) {

    static MerchantRow of(Registration registration) {
        return new MerchantRow(
                null,
                identifier(registration.app().value()),
                identifier(registration.no().value()),
                true,
                registration.notifyUrl().toString(),
                registration.payoutDialect().name());
    }

    Merchant toMerchant(List<MerchantKeyRow> keys) {
        return new Merchant(
                new MerchantId(id),
                new AppId(text(appId)),
                new MerchantNo(text(merchantNo)),
                enabled,
                URI.create(notifyUrl),
                PayoutDialect.valueOf(payoutDialect),
                keys.stream().map(MerchantKeyRow::toKey).toList());
    }

    private static String text(byte[] identifier) {
        return new String(identifier, StandardCharsets.UTF_8);
    }
}
