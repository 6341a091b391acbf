package io.quittance.application.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quittance.application.capture.RequestOperation.Outcome;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.authorization.CaptureAllowance;
import io.quittance.domain.money.Money;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An authorization of which three captures are allowed")
class SeveralCapturesTest {
    private final AuthorizationScene scene = new AuthorizationScene(true, new CaptureAllowance(3));

    private Outcome part(String request, String amount) {
        return scene.capture(request, Money.of(amount, "USD"), false);
    }

    private void assertAccepted(Outcome outcome) {
        assertInstanceOf(Outcome.Accepted.class, outcome);
    }

    @Test
    void is_collected_part_by_part_to_the_last_cent() {
        scene.authorized();
        assertAccepted(part("R1", "40"));
        assertAccepted(part("R2", "60.49"));
        assertEquals(new Outcome.NotAllowed(Obstacle.IN_FLIGHT), part("R3", "0.02"));
        scene.captureEnds("R1", true);
        assertEquals(Optional.of(Hold.CAPTURING), scene.hold());
        scene.captureEnds("R2", true);
        assertEquals(Optional.of(Hold.PARTLY_CAPTURED), scene.hold());
        assertEquals(new Outcome.NotAllowed(Obstacle.ABOVE_AUTHORIZED), part("R3", "0.02"));

        assertAccepted(part("R3", "0.01"));
        scene.captureEnds("R3", true);

        assertEquals(Optional.of(Hold.CAPTURED), scene.hold());
        assertEquals(new Outcome.NotAllowed(Obstacle.CLOSED), part("R4", "0.01"));
    }

    @Test
    void gets_the_share_of_one_that_fails_back() {
        scene.authorized();
        part("R1", "40");
        part("R2", "60.50");
        scene.captureEnds("R1", true);
        scene.captureEnds("R2", false);

        assertEquals(Optional.of(Hold.PARTLY_CAPTURED), scene.hold());
        assertAccepted(part("R3", "60.50"));
    }

    @Test
    void is_closed_by_a_final_one_though_there_is_a_rest() {
        scene.authorized();
        part("R1", "40");
        scene.captureEnds("R1", true);
        assertAccepted(scene.capture("R2", Money.of("1", "USD"), true));
        assertEquals(new Outcome.NotAllowed(Obstacle.IN_FLIGHT), part("R3", "1"));
        scene.captureEnds("R2", true);

        assertEquals(Optional.of(Hold.CAPTURED), scene.hold());
        assertEquals(new Outcome.NotAllowed(Obstacle.CLOSED), part("R3", "1"));
    }

    @Test
    void is_not_cancelled_once_a_part_is_captured() {
        scene.authorized();
        part("R1", "40");
        assertEquals(new Outcome.NotAllowed(Obstacle.IN_FLIGHT), scene.cancel("N1"));
        scene.captureEnds("R1", true);

        assertEquals(new Outcome.NotAllowed(Obstacle.CLOSED), scene.cancel("N1"));
    }

    @Test
    void counts_what_began_before_it_was_known_though_that_is_above_it() {
        part("R1", "100");
        part("R2", "100");
        scene.authorized();
        assertEquals(new Outcome.NotAllowed(Obstacle.IN_FLIGHT), part("R3", "1"));

        scene.captureEnds("R1", true);
        assertEquals(new Outcome.NotAllowed(Obstacle.ABOVE_AUTHORIZED), part("R3", "1"));
        scene.captureEnds("R2", true);

        assertEquals(Optional.of(Hold.CAPTURED), scene.hold());
    }
}
