package io.quittance.http.wire;

import io.quittance.domain.text.ProtocolText;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log whom we refused without knowing who it was: the first of each source at once, and what else came of it in the
 * minute after that in one line, with its number. Who knocks a thousand times a second must not fill the log.
 */
@Singleton
public final class Strangers {
    /** How long a source that was told of is counted before it is told of again. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    /** So many sources are told apart at a time; all further ones are one. */
    static final int MOST = 256;

    private static final Source FURTHER = new Source("further addresses");
    private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);

    private final InstantSource clock;

    /** Those told of in the last minute, the longest ago first. */
    private final Map<Source, Tally> tallies = new LinkedHashMap<>();

    public Strangers(InstantSource clock) {
        this.clock = clock;
    }

    /** What one source did since it was told of. */
    private static final class Tally {
        private final Instant toldAt;
        private long untold;
        private String last = "";

        Tally(Instant toldAt) {
            this.toldAt = toldAt;
        }
    }

    /**
     * One was refused.
     *
     * @param what was refused, as {@code request}
     * @param claimed the app that it names, whether or not there is one
     */
    public synchronized void refused(Source from, String what, Optional<String> claimed, Refusal why) {
        Instant now = clock.instant();
        tell(now);
        Source known = tallies.containsKey(from) || tallies.size() < MOST ? from : FURTHER;
        String one = what
                + claimed.map(app -> " claiming app '" + ProtocolText.excerpt(app) + "'")
                        .orElse("")
                + ": " + why.code() + ", field " + why.field();
        Tally tally = tallies.get(known);
        if (tally == null) {
            tallies.put(known, new Tally(now));
            LOG.warn("refused of a stranger at {} a {}", known.text(), one);
        } else {
            tally.untold++;
            tally.last = one;
        }
    }

    /** Tells what is to be told by now; to be called now and then, as nobody may come any more. */
    public synchronized void tell() {
        tell(clock.instant());
    }

    private void tell(Instant now) {
        List<Source> over = tallies.entrySet().stream()
                .takeWhile(one -> isOver(one.getValue().toldAt, now))
                .map(Map.Entry::getKey)
                .toList();
        over.forEach(source -> {
            Tally tally = tallies.remove(source);
            if (tally.untold > 0) {
                tallies.put(source, new Tally(now));
                LOG.warn(
                        "refused of strangers at {} {} more in a minute, the last a {}",
                        source.text(),
                        tally.untold,
                        tally.last);
            }
        });
    }

    /** A clock that was set back makes nobody wait. */
    private static boolean isOver(Instant toldAt, Instant now) {
        return now.isBefore(toldAt) || !now.isBefore(toldAt.plus(SILENCE));
    }
}
