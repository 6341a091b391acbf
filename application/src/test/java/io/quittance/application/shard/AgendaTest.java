package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An agenda of shards to look at")
@Timeout(30)
class AgendaTest {
    private static final Duration RESCAN = Duration.ofDays(1);
    private static final Set<Shard> ALL = Set.copyOf(Shard.all());
    private static final Shard SEVEN = new Shard(7);

    private final HandClock clock = new HandClock(Given.NOON);
    private final Agenda agenda = new Agenda(System::nanoTime);

    private Set<Shard> next() throws InterruptedException {
        return agenda.next(clock, RESCAN);
    }

    @BeforeEach
    void begins_with_everything() throws InterruptedException {
        assertEquals(ALL, next());
    }

    @Test
    void names_what_was_rung_for_and_names_it_once() throws InterruptedException {
        agenda.now(SEVEN);
        agenda.now(SEVEN);
        agenda.now(new Shard(8));
        assertEquals(Set.of(SEVEN, new Shard(8)), next());

        agenda.now(new Shard(9));
        assertEquals(Set.of(new Shard(9)), next());
    }

    @Test
    void keeps_an_appointment_when_its_time_has_come() throws InterruptedException {
        agenda.at(Given.NOON.plusSeconds(2), new Shard(2));
        agenda.at(Given.NOON.plusSeconds(1), SEVEN);
        agenda.now(new Shard(8));
        assertEquals(Set.of(new Shard(8)), next(), "neither is due");

        clock.move(Duration.ofSeconds(1));
        assertEquals(Set.of(SEVEN), next());

        clock.move(Duration.ofSeconds(1));
        assertEquals(Set.of(new Shard(2)), next());
    }

    @Test
    void names_everything_when_it_is_asked_to() throws InterruptedException {
        agenda.everything();

        assertEquals(ALL, next());
    }

    @Test
    void names_everything_again_after_so_long() throws InterruptedException {
        Agenda hasty = new Agenda(System::nanoTime);
        hasty.next(clock, Duration.ofMillis(1));

        assertEquals(ALL, hasty.next(clock, RESCAN));
    }

    @Test
    void begins_with_everything_again_after_an_error() throws InterruptedException {
        agenda.now(SEVEN);

        agenda.rest();

        assertEquals(ALL, next());
    }

    @Test
    void names_nothing_once_it_is_closed() throws InterruptedException {
        agenda.now(SEVEN);

        agenda.close();

        assertEquals(Set.of(), next());
    }
}
