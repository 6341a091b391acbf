package io.quittance.bootstrap.wiring;

import io.quittance.bootstrap.management.KeptCertificate;
import io.quittance.bootstrap.management.Survey;
import io.quittance.domain.text.Counted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again when certificates end, and tells it once a day while there is time left to get others. */
final class CertificateTurns implements AutoCloseable {
    static final Duration LOOKS = Duration.ofMinutes(10);
    static final Duration WARNS = Duration.ofDays(30);
    static final Duration AGAIN = Duration.ofDays(1);

    /** The label of the first of all to end. */
    private static final String ALL = "all";

    /** Those of the first to end. */
    private static final int SHOWN = 20;

    private static final Logger LOG = LoggerFactory.getLogger(CertificateTurns.class);

    private final Supplier<List<KeptCertificate>> certificates;
    private final InstantSource clock;
    private final Rests rests = new Rests();
    private final Map<KeptCertificate, Instant> told = new HashMap<>();
    private volatile List<KeptCertificate> seen = List.of();

    CertificateTurns(Supplier<List<KeptCertificate>> certificates, InstantSource clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    void start() {
        Thread.ofVirtual().name("certificates").start(() -> {
            do {
                look();
            } while (rests.rest(LOOKS));
        });
    }

    /** With the database away all stays as it was. */
    synchronized void look() {
        try {
            seen = List.copyOf(certificates.get());
        } catch (RuntimeException e) {
            LOG.debug("the certificates could not be looked for", e);
        }
        tell(clock.instant());
    }

    private void tell(Instant now) {
        Set<KeptCertificate> ending = new HashSet<>();
        for (KeptCertificate one : seen) {
            if (one.card().until().minus(WARNS).isBefore(now) && ending.add(one)) {
                Instant before = told.get(one);
                if (before == null || !now.isBefore(before.plus(AGAIN))) {
                    told.put(one, now);
                    tell(one, now);
                }
            }
        }
        told.keySet().retainAll(ending);
    }

    private static void tell(KeptCertificate one, Instant now) {
        if (one.card().until().isAfter(now)) {
            LOG.warn(
                    "{} ends in {}: {}",
                    one.what(),
                    Counted.of(Duration.between(now, one.card().until()).toDays(), "day"),
                    one.card().words());
        } else {
            LOG.warn("{} has ended: {}", one.what(), one.card().words());
        }
    }

    /** Of what was found when it was last looked. */
    Survey left() {
        return new Survey(
                "quittance.certificates.end.seconds",
                "seconds until the first certificate of each ends; below 0 since one has ended",
                Optional.of("whose"),
                this::seconds);
    }

    private Map<String, Long> seconds() {
        Instant now = clock.instant();
        Map<String, Long> first = seen.stream()
                .collect(Collectors.toMap(
                        KeptCertificate::whose,
                        one -> Duration.between(now, one.card().until()).toSeconds(),
                        Math::min));
        Map<String, Long> shown = new HashMap<>();
        first.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(SHOWN)
                .forEach(one -> shown.put(one.getKey(), one.getValue()));
        first.values().stream().min(Long::compare).ifPresent(least -> shown.put(ALL, least));
        return shown;
    }

    @Override
    public void close() {
        rests.close();
    }
}
