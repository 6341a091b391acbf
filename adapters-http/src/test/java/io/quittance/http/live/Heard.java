package io.quittance.http.live;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What is logged while it is open. */
public final class Heard implements AutoCloseable {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.quittance");

    public Heard() {
        lines.start();
        logger.addAppender(lines);
    }

    public List<ILoggingEvent> lines() {
        return List.copyOf(lines.list);
    }

    /** All messages, with those of the exceptions. */
    public String text() {
        return lines().stream()
                .map(line -> line.getFormattedMessage()
                        + (line.getThrowableProxy() == null
                                ? ""
                                : " " + line.getThrowableProxy().getMessage()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        logger.detachAppender(lines);
    }
}
