package io.quittance.application.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a lane's other side behaves. One that fails is tried one by one, ever more seldom, so that a dead one costs next to
 * nothing and its messages keep their attempts; the first good answer ends that.
 */
final class Temper {
    /** So many entries in a row must fail before the lane is taken for failing: one alone may have a fault of its own. */
    static final int FAILURES = 5;

    /** One that nothing was told for so long is failing as well, however little there was to tell. */
    static final Duration LONG = Duration.ofMinutes(5);

    private static final Duration FIRST_GAP = Duration.ofSeconds(1);
    private static final Duration LONGEST_GAP = Duration.ofMinutes(1);

    private final Set<Long> failed = new HashSet<>();
    private Optional<Failing> failing = Optional.empty();
    private Duration gap = FIRST_GAP;
    private Instant turn = Instant.MIN;
    private Instant releasable = Instant.MIN;
    private Optional<Instant> illSince = Optional.empty();
    private boolean ill;

    Optional<Failing> failing() {
        return failing;
    }

    /** Whether it is as a lane begins. */
    boolean isEven(Instant now) {
        return !ill && failing.isEmpty() && mayTry(now);
    }

    /** When the next may be tried. */
    Instant turn() {
        return turn;
    }

    boolean mayTry(Instant now) {
        return !now.isBefore(turn);
    }

    /** Something of it waits for a later time, as it failed for whoever had it before. */
    void hasPutOff() {
        ill = true;
    }

    /**
     * It answered. Once it does so again, in whatever few entries it had failed, what was put off may be tried; but that once
     * a minute at most, or an entry that alone is never taken would be tried with each of the others.
     *
     * @param early whether what it answered was tried before its time: then it takes what it did not take before
     * @return whether what was put off may be tried now
     */
    boolean fine(boolean early, Instant now) {
        boolean again = ill && (early && failing.isPresent() || !now.isBefore(releasable));
        failed.clear();
        failing = Optional.empty();
        illSince = Optional.empty();
        gap = FIRST_GAP;
        turn = Instant.MIN;
        if (again) {
            ill = false;
            releasable = now.plus(LONGEST_GAP);
        }
        return again;
    }

    void ill(long entry, LaneNews.Ill news, Instant now) {
        ill = true;
        failed.add(entry);
        Instant since = illSince.orElse(now);
        illSince = Optional.of(since);
        if (failing.isEmpty() && failed.size() < FAILURES && now.isBefore(since.plus(LONG))) {
            return;
        }
        fails(news.why(), news.whom(), now);
        wait(now.plus(gap));
        gap = gap.multipliedBy(2).compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : gap.multipliedBy(2);
    }

    void notBefore(LaneNews.NotBefore news, Instant now) {
        ill = true;
        fails(news.why(), news.whom(), now);
        wait(news.until());
    }

    private void fails(String why, Optional<String> whom, Instant now) {
        failed.clear();
        failing = failing.or(() -> Optional.of(new Failing(now, why, whom)));
    }

    /** Nothing is tried before then. */
    void wait(Instant until) {
        turn = until.isAfter(turn) ? until : turn;
    }
}
