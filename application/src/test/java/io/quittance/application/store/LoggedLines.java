package io.quittance.application.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs, from its making to its close. */
public final class LoggedLines implements AutoCloseable {
    private final Logger log;
    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
    private final Handler keeping = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public LoggedLines(Class<?> of) {
        log = Logger.getLogger(of.getName());
        log.addHandler(keeping);
    }

    public List<LogRecord> all() {
        return List.copyOf(lines);
    }

    public List<Level> levels() {
        return lines.stream().map(LogRecord::getLevel).toList();
    }

    @Override
    public void close() {
        log.removeHandler(keeping);
    }
}
