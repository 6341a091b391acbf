package io.quittance.bootstrap.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.quittance.domain.text.CardNumbers;

/** The trace behind a line, without card numbers. */
public final class MaskedTrace extends ThrowableProxyConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return CardNumbers.masked(super.convert(event));
    }
}
