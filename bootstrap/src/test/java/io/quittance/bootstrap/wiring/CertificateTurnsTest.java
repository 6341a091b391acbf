package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.bootstrap.management.KeptCertificate;
import io.quittance.http.terms.CertificateCard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("An instance whose certificates end")
class CertificateTurnsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final HandClock clock = new HandClock(Given.NOON);
    private final List<KeptCertificate> kept = new ArrayList<>();
    private final CertificateTurns turns = new CertificateTurns(() -> kept, clock);
    private final Logger log = (Logger) LoggerFactory.getLogger(CertificateTurns.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void end() {
        log.detachAppender(lines);
        turns.close();
    }

    private void keep(String whose, Duration left) {
        kept.add(new KeptCertificate(
                whose,
                "the certificate that " + whose + " shows",
                new CertificateCard("shown", "CN=" + whose, "3b242b56a8b64274cafe", Given.NOON.plus(left))));
    }

    private List<String> told() {
        turns.look();
        List<String> told =
                lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        lines.list.clear();
        return told;
    }

    @Test
    void says_so_once_a_day_from_thirty_days_before_and_after() {
        keep("public", DAY.multipliedBy(31));
        String words = "CN=public (3b242b56a8b64274, until " + Given.NOON.plus(DAY.multipliedBy(31)) + ")";

        assertEquals(List.of(), told());
        clock.move(DAY.plusSeconds(1));
        assertEquals(List.of("the certificate that public shows ends in 29 days: " + words), told());
        clock.move(DAY.minusSeconds(1));
        assertEquals(List.of(), told());
        clock.move(Duration.ofSeconds(1));
        assertEquals(List.of("the certificate that public shows ends in 28 days: " + words), told());
        clock.move(DAY.multipliedBy(29));
        assertEquals(List.of("the certificate that public shows has ended: " + words), told());
        assertEquals(List.of(), told());
    }

    @Test
    void says_nothing_more_once_there_is_another() {
        keep("public", DAY);
        assertEquals(1, told().size());
        kept.clear();
        keep("public", DAY.multipliedBy(90));
        clock.move(DAY);

        assertEquals(List.of(), told());
    }

    @Test
    void measures_the_first_to_end_of_each_and_of_all() {
        keep("public", DAY.multipliedBy(90));
        keep("my-shop/books", DAY.multipliedBy(2));
        keep("my-shop/books", DAY);
        turns.look();
        clock.move(Duration.ofHours(25));

        assertEquals(
                Map.of("public", 90 * 86_400L - 25 * 3_600, "my-shop/books", -3_600L, "all", -3_600L),
                turns.left().look().get());
    }

    @Test
    void measures_the_twenty_that_end_first() {
        for (int day = 1; day <= 30; day++) {
            keep("shop-" + day + "/main", DAY.multipliedBy(day));
        }
        turns.look();

        var left = turns.left().look().get();

        assertEquals(21, left.size());
        assertEquals(20 * 86_400L, left.get("shop-20/main"));
    }

    @Test
    void measures_nothing_without_any() {
        turns.look();

        assertEquals(Map.of(), turns.left().look().get());
    }

    @Test
    void goes_on_with_what_it_knew_while_the_database_is_away() {
        keep("public", DAY);
        boolean[] away = {false};
        try (CertificateTurns some = new CertificateTurns(
                () -> {
                    if (away[0]) {
                        throw new StoreUnavailable("away", new IllegalStateException());
                    }
                    return kept;
                },
                clock)) {
            some.look();
            away[0] = true;
            some.look();

            assertEquals(86_400L, some.left().look().get().get("all"));
        }
    }
}
