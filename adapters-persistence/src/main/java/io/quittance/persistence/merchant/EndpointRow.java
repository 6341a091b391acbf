package io.quittance.persistence.merchant;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.merchant.Topic;
import io.quittance.persistence.database.UtcTextConverter;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One row of the table {@code endpoint}.
 *
 * @param topics their names, with commas between them
 * @param retired 0 or, of one that was removed, its id, so that its name is free
 */
@MappedEntity("endpoint")
record EndpointRow(
        @Id @GeneratedValue @Nullable Long id,
        long merchantId,
        String name,
        String url,
        String payoutDialect,
        String topics,
        boolean exclusive,

        @MappedProperty(type = DataType.STRING, converter = UtcTextConverter.class) @Nullable
        Instant removedAt,

        long retired) {

    static EndpointRow of(MerchantId merchant, Endpoint endpoint) {
        Long id = endpoint.id().equals(EndpointId.NEW) ? null : endpoint.id().number();
        return new EndpointRow(
                id,
                merchant.value(),
                endpoint.name(),
                endpoint.url().toString(),
                endpoint.payoutDialect().name(),
                endpoint.topics().stream().map(Topic::name).collect(Collectors.joining(",")),
                endpoint.exclusive(),
                endpoint.removedAt().orElse(null),
                endpoint.removedAt().isPresent() && id != null ? id : 0);
    }

    Endpoint toEndpoint() {
        return new Endpoint(
                EndpointId.further(id),
                name,
                URI.create(url),
                PayoutDialect.valueOf(payoutDialect),
                Arrays.stream(topics.split(",")).map(Topic::valueOf).collect(Collectors.toSet()),
                exclusive,
                Optional.ofNullable(removedAt));
    }
}
