package io.quittance.persistence.merchant;

import static io.quittance.persistence.database.Sql.identifier;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import io.quittance.application.merchant.Registration;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.NotifyHosts;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.persistence.database.UtcTextConverter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One row of the table {@code merchant}; {@code retired} is 0 or, of one that was removed, its id, so that its app id is free. */
@MappedEntity("merchant")
record MerchantRow(
        @Id @GeneratedValue @Nullable Long id,
        byte[] appId,
        byte[] merchantNo,
        boolean enabled,
        String notifyUrl,
        String payoutDialect,

        @MappedProperty(type = DataType.STRING, converter = UtcTextConverter.class) @Nullable
        Instant removedAt,

        long retired,
        String hosts) {

    static MerchantRow of(Registration registration) {
        return new MerchantRow(
                null,
                identifier(registration.app().value()),
                identifier(registration.no().value()),
                true,
                registration.notifyUrl().toString(),
                registration.payoutDialect().name(),
                null,
                0,
                registration.hosts().toString());
    }

    Merchant toMerchant(List<MerchantKeyRow> keys, List<EndpointRow> endpoints) {
        return new Merchant(
                new MerchantId(id),
                new AppId(text(appId)),
                new MerchantNo(text(merchantNo)),
                enabled,
                URI.create(notifyUrl),
                PayoutDialect.valueOf(payoutDialect),
                keys.stream().map(MerchantKeyRow::toKey).toList(),
                endpoints.stream().map(EndpointRow::toEndpoint).toList(),
                Optional.ofNullable(removedAt),
                NotifyHosts.of(hosts));
    }

    private static String text(byte[] identifier) {
        return new String(identifier, StandardCharsets.UTF_8);
    }
}
