package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.WorkerScene.Entry;
import io.quittance.application.store.Eventually;
import io.quittance.application.store.LoggedLines;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Of a lane that fails")
@Timeout(60)
class FailingLaneLogTest {
    private static final long LANE = 3;
    private static final int OWED = 30;

    private final WorkerScene scene = new WorkerScene();
    private final LoggedLines logged = new LoggedLines(Lanes.class);
    private final AtomicBoolean well = new AtomicBoolean();

    @AfterEach
    void let_everything_go() {
        scene.close();
        logged.close();
    }

    private Handled handle(Lease lease, Entry entry) {
        if (well.get()) {
            return scene.finish(lease, entry);
        }
        scene.handled.add(entry.id());
        Instant now = scene.clock.instant();
        Instant again = entry.dueAt().isAfter(now) ? entry.dueAt() : now.plusSeconds(300);
        scene.queue.computeIfPresent(entry.id(), (_, one) -> one.at(again));
        return new Handled(
                Optional.of(again),
                new LaneNews.Ill("no connection: refused", Optional.of("app shop at shop.example")));
    }

    private List<String> lines(Level level) {
        return logged.all().stream()
                .filter(line -> line.getLevel().equals(level))
                .map(FailingLaneLogTest::text)
                .filter(line -> line.contains("lane " + LANE))
                .toList();
    }

    private static String text(LogRecord line) {
        return MessageFormat.format(line.getMessage(), line.getParameters());
    }

    @Test
    void people_are_told_once_when_that_begins_and_once_when_it_ends() {
        IntStream.range(0, OWED).forEach(i -> scene.owe("C" + i, LANE));
        scene.start(this::handle, true);
        Eventually.become("it fails", () -> !scene.worker.failing().isEmpty());
        Eventually.become("it is tried on", () -> {
            scene.clock.move(Duration.ofSeconds(1));
            return scene.handled.size() > OWED / 2;
        });
        List<String> warnings = lines(Level.WARNING);
        assertEquals(1, warnings.size(), warnings.toString());
        for (String part :
                List.of("CAPTURE C", "app shop at shop.example", "no connection: refused", "next at 2026-03-01T")) {
            assertTrue(warnings.getFirst().contains(part), part + " in " + warnings);
        }

        well.set(true);
        Eventually.become("all are told", () -> {
            scene.clock.move(Duration.ofSeconds(1));
            return scene.queue.isEmpty();
        });

        Eventually.become("that is told", () -> lines(Level.WARNING).size() > warnings.size());
        List<String> news = lines(Level.WARNING);
        assertEquals(2, news.size(), news.toString());
        assertEquals(warnings, news.subList(0, 1));
        assertTrue(news.getLast().contains("(app shop at shop.example) answers again"), news.toString());
    }
}
