package io.quittance.persistence.merchant;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/**
 * Sends a time as text, and reads it so: Micronaut Data would send a {@code java.sql.Timestamp}, which drivers move
 * through time zones, and of which MariaDB makes NULL after January 2038. A key would then count for ever.
 */
@Singleton
final class UtcText implements AttributeConverter<Instant, String> {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    @Override
    public @Nullable String convertToPersistedValue(@Nullable Instant time, ConversionContext context) {
        return time == null ? null : FORMAT.format(time.atOffset(ZoneOffset.UTC));
    }

    @Override
    public @Nullable Instant convertToEntityValue(@Nullable String text, ConversionContext context) {
        return text == null ? null : LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
    }
}
