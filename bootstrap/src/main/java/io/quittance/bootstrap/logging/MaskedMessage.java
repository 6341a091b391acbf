package io.quittance.bootstrap.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.quittance.domain.text.CardNumbers;

/** What a line says, without card numbers: libraries log as well, and quote what they like. */
public final class MaskedMessage extends ClassicConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return CardNumbers.masked(event.getFormattedMessage());
    }
}
