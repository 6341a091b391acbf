package io.quittance.application.capture;

import static io.quittance.application.capture.PlayedAcquirer.EXCHANGE;
import static io.quittance.application.capture.Scene.said;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.shard.Handled;
import io.quittance.application.shard.LaneNews;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.lifecycle.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The errands of a merchant whose keys upstream refuses")
class HeldErrandsTest {
    private static final Answer<Said> TAKEN = new Answer.Taken<>(EXCHANGE, said());
    private static final Answer<Said> MISCONFIGURED = new Answer.Misconfigured<>(EXCHANGE, "SIGN_VERIFY_FAILED");
    private static final Instant IN_A_MINUTE = Given.NOON.plusSeconds(60);

    private final Scene scene = new Scene();
    private final Capture first = scene.requested();

    @BeforeEach
    void upstream_refuses_our_configuration() {
        scene.acquirer.answers(MISCONFIGURED);
        assertEquals(
                new Handled(Optional.of(IN_A_MINUTE), new LaneNews.NotBefore(IN_A_MINUTE, "SIGN_VERIFY_FAILED")),
                run(first),
                "its account's lane waits as one");
    }

    private Handled run(Capture capture) {
        return scene.runner.run(scene.lease(capture), errand(capture));
    }

    private Errand errand(Capture capture) {
        return scene.errand(capture).orElseThrow();
    }

    @Test
    void fail_nothing() {
        assertEquals("PENDING", scene.state(first));
        assertEquals(0, scene.store.outbox().size());
        assertEquals(List.of(Kind.REQUESTED, Kind.ASKED, Kind.ANSWERED), scene.kinds(first));
        assertEquals(Set.of(scene.holder.account().id()), scene.held.all());
    }

    @Test
    void go_on_when_one_gets_through() {
        scene.clock.set(IN_A_MINUTE);
        scene.acquirer.answers(TAKEN);

        assertEquals(LaneNews.FINE, run(first).lane());

        assertEquals(Set.of(), scene.held.all());
    }

    @Test
    void say_that_an_account_fails_of_which_nothing_is_heard() {
        scene.acquirer.answers(new Answer.NotProcessed<>(EXCHANGE, "not connected"));

        assertEquals(new LaneNews.Ill("not connected"), run(first).lane());
        assertEquals(Set.of(scene.holder.account().id()), scene.held.all(), "what upstream refused, it still refuses");
    }

    @Test
    void say_nothing_of_their_account_where_nothing_is_asked() {
        Capture watched = scene.requested();
        Errand watching = errand(watched).watching(IN_A_MINUTE);
        scene.store.perform(() -> scene.store.errands().replace(watching));
        scene.clock.set(IN_A_MINUTE);

        assertEquals(LaneNews.NONE, run(watched).lane());
    }

    @Test
    void are_refused_for_good_afterwards_without_a_doubt() {
        scene.clock.set(IN_A_MINUTE);
        scene.acquirer.answers(new Answer.Refused<>(EXCHANGE, new Failure("AUTH_EXPIRED", "")));

        run(first);

        assertEquals("FAILED", scene.state(first));
    }
}
