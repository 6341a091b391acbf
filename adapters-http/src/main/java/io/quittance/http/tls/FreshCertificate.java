package io.quittance.http.tls;

import io.micronaut.http.ssl.CertificateProvider;
import io.quittance.domain.text.Bytes;
import io.quittance.http.terms.CertificateCard;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Sinks;

/**
 * The certificate that the public port shows, and the next one once its files have changed: new connections get it, those that
 * stand keep what they have. What cannot be served is told once, and the one before goes on.
 */
public final class FreshCertificate implements CertificateProvider, AutoCloseable {
    /** What the server knows it by. */
    public static final String NAME = "public";

    /** Files are written one after the other; a pair that does not fit yet is looked at again. */
    private static final Duration LOOKS = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(FreshCertificate.class);

    private final TlsFiles files;
    private final InstantSource clock;
    private final Sinks.Many<KeyStore> served = Sinks.many().replay().latest();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("certificate").factory());
    private List<Bytes> content;
    private Optional<String> told = Optional.empty();
    private volatile CertificateCard shown;

    /** Looks after the files when it is told to. */
    FreshCertificate(TlsFiles files, InstantSource clock) throws TlsFault {
        this.files = files;
        this.clock = clock;
        this.content = files.content();
        serve(files.pair(content));
    }

    /** Begins to look after the files. @throws TlsFault if what stands in them cannot be served */
    public static FreshCertificate open(TlsFiles files, InstantSource clock) throws TlsFault {
        FreshCertificate fresh = new FreshCertificate(files, clock);
        fresh.looking.scheduleWithFixedDelay(fresh::look, LOOKS.toMillis(), LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        return fresh;
    }

    /** Not by two threads at once. */
    void look() {
        try {
            List<Bytes> now = files.content();
            if (now.equals(content)) {
                told = Optional.empty();
                return;
            }
            serve(files.pair(now));
            content = now;
            told = Optional.empty();
        } catch (TlsFault fault) {
            tell(fault.getMessage());
        } catch (RuntimeException e) {
            tell("It cannot be served: " + e + ".");
        }
    }

    private void tell(String why) {
        if (!told.equals(Optional.of(why))) {
            told = Optional.of(why);
            LOG.warn("the changed certificate is not served, the one before is: {}", why);
        }
    }

    private void serve(TlsFiles.Pair pair) {
        served.tryEmitNext(pair.keyStore()).orThrow();
        shown = CertificateCard.of("shown", pair.own());
        LOG.info(
                "the public port's certificate: {}, valid until {}",
                pair.own().getSubjectX500Principal(),
                shown.until());
        Instant now = clock.instant();
        if (!shown.until().isAfter(now) || pair.own().getNotBefore().toInstant().isAfter(now)) {
            LOG.warn("the public port's certificate is not valid now, so clients will refuse it");
        }
    }

    /** The one that new connections are shown. */
    public CertificateCard shown() {
        return shown;
    }

    /** How many whole days the certificate is valid yet; below 0 once it is not. */
    public long daysLeft() {
        return Math.floorDiv(
                ChronoUnit.SECONDS.between(clock.instant(), shown.until()),
                Duration.ofDays(1).toSeconds());
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Publisher<KeyStore> getKeyStore() {
        return served.asFlux();
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
