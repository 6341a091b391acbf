package io.quittance.persistence.database;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Sends a time as {@link UtcText}, and reads it so: Micronaut Data would send a {@code java.sql.Timestamp}, which drivers
 * move through time zones, and of which MariaDB makes NULL after January 2038. A key would then count for ever.
 */
@Singleton
public final class UtcTextConverter implements AttributeConverter<Instant, String> {
    @Override
    public @Nullable String convertToPersistedValue(@Nullable Instant time, ConversionContext context) {
        return time == null ? null : UtcText.of(time);
    }

    @Override
    public @Nullable Instant convertToEntityValue(@Nullable String text, ConversionContext context) {
        return text == null ? null : UtcText.parse(text);
    }
}
