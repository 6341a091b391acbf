package io.quittance.application.authorization;

import static io.quittance.application.authorization.AuthorizationScene.AUTHORIZED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.capture.RequestOperation.Outcome;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.store.Given;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.authorization.CaptureAllowance;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.money.Money;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The hold of an authorized order")
class HoldTest {
    private static final Money SOME = Money.of("60", "USD");

    private final AuthorizationScene scene = new AuthorizationScene();

    private void assertCaptured(String request) {
        assertInstanceOf(Outcome.Accepted.class, scene.capture(request, SOME));
    }

    private void assertCancelled(String request) {
        assertInstanceOf(Outcome.Accepted.class, scene.cancel(request));
    }

    private void assertNothingMayBegin(Obstacle why) {
        assertEquals(new Outcome.NotAllowed(why), scene.capture("R-no", SOME));
        assertEquals(new Outcome.NotAllowed(why), scene.cancel("R-no"));
        assertEquals(
                Optional.empty(),
                scene.store.operations().find(scene.merchant.id(), GivenOperations.captureKey("R-no")));
        assertEquals(
                Optional.empty(),
                scene.store.operations().find(scene.merchant.id(), GivenOperations.cancelKey("R-no")));
    }

    @Nested
    class While_nothing_is_known {
        @Test
        void lets_everything_begin_as_upstream_decides() {
            assertCaptured("R1");
            assertCaptured("R2");
            assertCancelled("R3");

            assertEquals(Optional.empty(), scene.hold());
        }
    }

    @Nested
    class Once_known {
        @Test
        void is_open() {
            assertEquals(Settled.RECORDED, scene.authorized());

            assertEquals(Optional.of(Hold.OPEN), scene.hold());
        }

        @Test
        void keeps_captures_to_its_amount_and_currency() {
            scene.authorized();

            assertEquals(
                    new Outcome.NotAllowed(Obstacle.ABOVE_AUTHORIZED), scene.capture("R1", Money.of("100.51", "USD")));
            assertEquals(new Outcome.NotAllowed(Obstacle.OTHER_CURRENCY), scene.capture("R1", Money.of("1", "EUR")));
            assertInstanceOf(Outcome.Accepted.class, scene.capture("R1", AUTHORIZED));
        }

        @Test
        void lets_one_capture_begin_and_nothing_else_until_that_ends() {
            scene.authorized();
            assertCaptured("R1");

            assertEquals(Optional.of(Hold.CAPTURING), scene.hold());
            assertNothingMayBegin(Obstacle.IN_FLIGHT);
        }

        @Test
        void is_closed_by_a_capture_that_succeeds() {
            scene.authorized();
            assertCaptured("R1");
            scene.captureEnds("R1", true);

            assertEquals(Optional.of(Hold.CAPTURED), scene.hold());
            assertNothingMayBegin(Obstacle.CLOSED);
        }

        @Test
        void is_open_again_after_a_capture_that_fails() {
            scene.authorized();
            assertCaptured("R1");
            scene.captureEnds("R1", false);

            assertEquals(Optional.of(Hold.OPEN), scene.hold());
            assertCaptured("R2");
        }

        @Test
        void lets_one_cancel_begin_and_is_closed_by_it() {
            scene.authorized();
            assertCancelled("R1");
            assertEquals(Optional.of(Hold.CANCELLING), scene.hold());
            assertNothingMayBegin(Obstacle.IN_FLIGHT);

            scene.cancelEnds("R1", true);

            assertEquals(Optional.of(Hold.CANCELLED), scene.hold());
            assertNothingMayBegin(Obstacle.CLOSED);
        }

        @Test
        void is_open_again_after_a_cancel_that_fails() {
            scene.authorized();
            assertCancelled("R1");
            scene.cancelEnds("R1", false);

            assertEquals(Optional.of(Hold.OPEN), scene.hold());
            assertCaptured("R2");
        }

        @Test
        void ends_after_seven_days() {
            scene.authorized();
            scene.clock.move(Duration.ofDays(7).minusMillis(1));
            assertCaptured("R1");
            scene.captureEnds("R1", false);

            scene.clock.move(Duration.ofMillis(1));

            assertNothingMayBegin(Obstacle.EXPIRED);
        }

        @Test
        void still_answers_a_repeated_request_with_the_same_capture_whatever_it_allows_now() {
            scene.authorized();
            assertCaptured("R1");
            assertInstanceOf(Outcome.Repeated.class, scene.capture("R1", SOME));
            scene.captureEnds("R1", true);
            scene.clock.move(Duration.ofDays(8));

            assertInstanceOf(Outcome.Repeated.class, scene.capture("R1", SOME));
            assertInstanceOf(Outcome.Conflicting.class, scene.capture("R1", Money.of("1000", "USD")));
        }

        @Test
        void belongs_to_its_merchant_alone() {
            scene.authorized();
            assertCaptured("R1");
            var neighbour = Given.merchant(scene.store);

            assertInstanceOf(Outcome.Accepted.class, scene.cancel(neighbour, "R1", AuthorizationScene.ORDER));
        }
    }

    @Nested
    class Learned_late {
        @Test
        void counts_the_capture_that_is_in_flight() {
            assertCaptured("R1");
            scene.authorized();

            assertEquals(Optional.of(Hold.CAPTURING), scene.hold());
            assertNothingMayBegin(Obstacle.IN_FLIGHT);
        }

        @Test
        void counts_what_succeeded_before() {
            assertCaptured("R1");
            scene.captureEnds("R1", true);
            scene.authorized();

            assertEquals(Optional.of(Hold.CAPTURED), scene.hold());
        }

        @Test
        void stays_in_flight_until_the_last_of_several_has_ended() {
            assertCaptured("R1");
            assertCaptured("R2");
            scene.authorized();

            scene.captureEnds("R1", false);
            assertEquals(Optional.of(Hold.CAPTURING), scene.hold());
            scene.captureEnds("R2", false);
            assertEquals(Optional.of(Hold.OPEN), scene.hold());
        }
    }

    @Nested
    class After_news_that_nobody_asked_for {
        private static Terms terms(Money amount) {
            return GivenOperations.under(
                            Optional.of(new UpstreamNo(Given.unique("UP"))),
                            new Report.Processing(GivenOperations.terms(AuthorizationScene.ORDER, amount)))
                    .terms();
        }

        private static Settled succeedsElsewhere(AuthorizationScene scene, String request, Money amount) {
            return scene.told(Sort.CAPTURE, request, new Report.Settled(terms(amount), scene.clock.instant()));
        }

        @Test
        void is_closed_by_a_cancel_made_elsewhere() {
            scene.authorized();

            scene.cancelEnds("ELSEWHERE", true);

            assertEquals(Optional.of(Hold.CANCELLED), scene.hold());
            assertNothingMayBegin(Obstacle.CLOSED);
        }

        @Test
        void is_closed_by_a_capture_in_another_currency_however_many_are_allowed() {
            AuthorizationScene scene = new AuthorizationScene(true, new CaptureAllowance(3));
            scene.authorized();
            Report pending = new Report.Processing(terms(Money.of("1", "EUR")));
            scene.told(Sort.CAPTURE, "PENDING-ELSEWHERE", pending);
            assertEquals(Optional.of(Hold.CAPTURING), scene.hold());
            assertEquals(new Outcome.NotAllowed(Obstacle.IN_FLIGHT), scene.capture("R1", SOME, false));

            assertEquals(Settled.RECORDED, succeedsElsewhere(scene, "ELSEWHERE", Money.of("1", "EUR")));

            assertEquals(Optional.of(Hold.CAPTURED), scene.hold());
            assertEquals(new Outcome.NotAllowed(Obstacle.CLOSED), scene.capture("R1", SOME, false));
        }

        @Test
        void is_closed_by_captures_that_come_to_more_than_any_amount_can_have() {
            Money most = Money.of("9".repeat(Money.MAX_INTEGER_DIGITS), "USD");
            scene.authorized();

            assertEquals(Settled.RECORDED, succeedsElsewhere(scene, "ELSEWHERE-1", most));
            assertEquals(Settled.RECORDED, succeedsElsewhere(scene, "ELSEWHERE-2", most));

            assertEquals(Optional.of(Hold.CAPTURED), scene.hold());
            assertNothingMayBegin(Obstacle.CLOSED);
        }
    }
}
