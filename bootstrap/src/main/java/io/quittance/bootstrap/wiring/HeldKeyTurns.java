package io.quittance.bootstrap.wiring;

import io.quittance.bootstrap.keys.HeldUse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again whether the private keys that are kept elsewhere can be had here: who signs, or asks about health, never waits
 * for a token. An instance without one that counts is not ready; of one that is to come the log is told before.
 */
final class HeldKeyTurns implements AutoCloseable {
    static final Duration LOOKS = Duration.ofSeconds(10);

    /** Where no key is kept elsewhere: an instance that has nothing to do asks the database seldom. */
    private static final Duration LOOKS_FOR_THE_FIRST = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(HeldKeyTurns.class);

    private final Supplier<List<HeldUse>> uses;
    private final InstantSource clock;
    private final Rests rests = new Rests();
    private Map<HeldUse, String> told = Map.of();
    private volatile Optional<String> lacks = Optional.empty();
    private volatile boolean any;

    HeldKeyTurns(Supplier<List<HeldUse>> uses, InstantSource clock) {
        this.uses = uses;
        this.clock = clock;
    }

    /** Waits for the first look. */
    void start() {
        look();
        Thread.ofVirtual().name("held keys").start(() -> {
            while (rests.rest(any ? LOOKS : LOOKS_FOR_THE_FIRST)) {
                look();
            }
        });
    }

    /** With the database away all stays as it was. */
    synchronized void look() {
        try {
            Instant now = clock.instant();
            Map<HeldUse, String> flaws = new LinkedHashMap<>();
            List<HeldUse> all = uses.get();
            any = !all.isEmpty();
            for (HeldUse use : all) {
                if (!use.term().isOverAt(now)) {
                    use.key().check().ifPresent(why -> flaws.put(use, use.whose() + ": " + why));
                }
            }
            tell(flaws);
            lacks = flaws.entrySet().stream()
                    .filter(one -> one.getKey().term().countsAt(now))
                    .map(Map.Entry::getValue)
                    .findFirst();
        } catch (RuntimeException e) {
            LOG.debug("the keys that are kept elsewhere could not be looked for", e);
        }
    }

    private void tell(Map<HeldUse, String> flaws) {
        flaws.forEach((use, why) -> {
            if (!why.equals(told.get(use))) {
                LOG.error(
                        "{} (it {}, and is looked for every {} s)",
                        why,
                        use.term().words(),
                        LOOKS.toSeconds());
            }
        });
        told.keySet().stream()
                .filter(use -> !flaws.containsKey(use))
                .forEach(use -> LOG.info("{} can be had again, or is not needed any more", use.whose()));
        told = flaws;
    }

    /** Why it cannot sign all that it should, as of the last look. */
    Optional<String> lacks() {
        return lacks;
    }

    @Override
    public void close() {
        rests.close();
    }
}
