package io.quittance.application.capture;

import static io.quittance.application.capture.PlayedAcquirer.EXCHANGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.store.LoggedLines;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.MarkOverdue;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Sort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A capture that has not ended in a day")
class OverdueByAgeTest {
    private static final Duration DAY = SubmitOperation.OVERDUE_AFTER;

    private final Scene scene = new Scene();
    private final Capture capture = scene.requested();
    private final LoggedLines logged = new LoggedLines(MarkOverdue.class);

    @AfterEach
    void stop() {
        logged.close();
    }

    private void sweep() {
        scene.overdue.sweep(() -> true);
    }

    private long overdue() {
        return scene.store.operations().of(Sort.CAPTURE).overdue();
    }

    private long told(Capture one) {
        return scene.kinds(one).stream().filter(Kind.OVERDUE::equals).count();
    }

    private Errand errand() {
        return scene.errand(capture).orElseThrow();
    }

    @Test
    void is_overdue_from_that_moment_on_though_nobody_ever_worked_its_lane() {
        Errand before = errand();
        scene.clock.move(DAY.minusMillis(1));
        sweep();
        assertEquals(0, overdue());

        scene.clock.move(Duration.ofMillis(1));
        sweep();

        assertEquals(1, overdue());
        assertEquals(1, told(capture));
        assertEquals(before, errand());
    }

    @Test
    void is_told_of_once_however_often_it_is_looked_for() {
        scene.clock.move(DAY);
        sweep();
        sweep();

        assertEquals(1, told(capture));
        assertEquals(1, logged.all().size());
    }

    @Test
    void is_overdue_while_its_errand_is_put_off_again_and_again_and_is_passed_on_afterwards_as_before() {
        List<Answer<Said>> nothing = List.of(
                new Answer.NotProcessed<>(EXCHANGE, "not connected"),
                new Answer.Misconfigured<>(EXCHANGE, "SIGN_VERIFY_FAILED"),
                Answer.NotProcessed.untried(Duration.ZERO, "too many posts to that host"));
        for (Answer<Said> answer : nothing) {
            scene.acquirer.answers(answer);
            scene.runner.run(scene.lease(capture), errand());
            scene.clock.move(DAY.dividedBy(3));
        }
        sweep();
        assertEquals(1, overdue());

        scene.acquirer.answers(new Answer.Taken<>(EXCHANGE, Scene.said(scene.settled())));
        scene.runner.run(scene.lease(capture), errand());

        assertEquals("SUCCESS", scene.state(capture));
        assertEquals(1, scene.deliveries(capture).size());
        assertEquals(0, overdue());
        assertEquals(Optional.empty(), scene.errand(capture));
    }

    @Test
    void is_overdue_though_its_errand_is_set_aside() {
        scene.store.perform(() -> scene.store.errands().owed().setAside(errand().id(), "a body that is damaged"));
        scene.clock.move(DAY);

        sweep();

        assertEquals(1, overdue());
    }

    @Test
    void is_overdue_no_more_once_its_message_comes_which_is_told() {
        scene.clock.move(DAY);
        sweep();

        scene.settle(capture, scene.settled());

        assertEquals(0, overdue());
        assertEquals(1, scene.deliveries(capture).size());
    }

    @Test
    void is_told_of_once_where_its_watch_ends_as_well() {
        scene.store.perform(() -> scene.store.errands().replace(errand().watching(scene.clock.instant())));
        scene.clock.move(DAY);
        sweep();

        scene.runner.run(scene.lease(capture), errand());

        assertEquals(1, told(capture));
        assertEquals(Optional.empty(), scene.errand(capture));
    }

    @Test
    void is_told_by_the_next_look_where_its_watch_ended_first() {
        scene.store.perform(() -> scene.store.errands().replace(errand().watching(scene.clock.instant())));
        assertEquals(Step.WATCH, errand().step());
        scene.clock.move(DAY);
        scene.runner.run(scene.lease(capture), errand());
        assertEquals(List.of(), logged.all());

        sweep();

        assertEquals(1, told(capture));
        assertEquals(1, logged.all().size());
    }

    @Test
    void is_left_alone_when_it_has_ended_in_time() {
        scene.settle(capture, scene.settled());
        scene.clock.move(DAY);

        sweep();

        assertEquals(0, overdue());
        assertEquals(List.of(), logged.all());
    }

    @Test
    void is_one_of_many_that_a_person_is_told_of_in_one_line() {
        List<Capture> more = Stream.generate(scene::requested).limit(49).toList();
        scene.clock.move(DAY);

        sweep();

        assertEquals(50, overdue());
        assertEquals(49, more.stream().mapToLong(this::told).sum());
        assertEquals(List.of(Level.WARNING), logged.levels());
        assertEquals("50", logged.all().getFirst().getParameters()[0].toString());
    }

    @Test
    void is_marked_the_next_time_where_the_look_ended_early() {
        List<Capture> more = Stream.generate(scene::requested).limit(49).toList();
        Instant then = scene.clock.move(DAY);

        scene.overdue.sweep(() -> false);
        assertTrue(overdue() < 50, more.size() + " more at " + then);
        sweep();

        assertEquals(50, overdue());
    }
}
