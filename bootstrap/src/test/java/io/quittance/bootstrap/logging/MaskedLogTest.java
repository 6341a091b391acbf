package io.quittance.bootstrap.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

@DisplayName("The log of the product")
class MaskedLogTest {
    private static final String CARD = "4111 1111 1111 1111";

    /** What its configuration makes of a line. */
    private static String written(Throwable trouble) throws JoranException {
        PrintStream before = System.err;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        try {
            System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(Objects.requireNonNull(MaskedLogTest.class.getResource("/logback.xml")));
            context.getLogger("io.quittance").setLevel(Level.INFO);
            Logger log = context.getLogger("io.quittance.Some");
            log.info("a driver says: {}", "card " + CARD + " is odd", trouble);
        } finally {
            context.stop();
            System.setErr(before);
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shows_no_card_number_in_a_line() throws JoranException {
        String line = written(null);

        assertTrue(line.contains("a driver says: card **** **** **** 1111 is odd"), line);
        assertEquals(1, line.lines().count(), line);
    }

    @Test
    void nor_in_a_trace() throws JoranException {
        String lines = written(new IllegalStateException("value " + CARD, new IllegalArgumentException(CARD)));

        assertFalse(lines.contains(CARD), lines);
        assertTrue(lines.contains("IllegalStateException: value **** **** **** 1111"), lines);
        assertTrue(lines.contains("Caused by: java.lang.IllegalArgumentException: **** **** **** 1111"), lines);
    }
}
