package io.quittance.application.authorization;

import static io.quittance.application.authorization.AuthorizationScene.AUTHORIZED;
import static io.quittance.application.authorization.AuthorizationScene.ORDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.RequestOperation.Outcome;
import io.quittance.domain.authorization.CaptureAllowance;
import io.quittance.domain.authorization.Operations;
import io.quittance.domain.authorization.Standing;
import io.quittance.domain.money.Money;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Captures, cancels, their ends and the authorization itself, by chance, through the use cases. */
@Label("Whatever is asked and told of an order, in any order")
class HoldPropertiesTest {
    private static final int REQUESTS = 4;
    private static final Operations NONE = Operations.none(AUTHORIZED.currency());

    enum What {
        CAPTURE,
        CANCEL,
        CAPTURE_SUCCEEDS,
        CAPTURE_FAILS,
        CANCEL_SUCCEEDS,
        CANCEL_FAILS,
        AUTHORIZED
    }

    /** @param n tells requests apart, and how much a capture asks for */
    record Step(What what, int n) {
        String request() {
            return "R" + n;
        }

        Money amount() {
            return Money.of(Integer.toString(34 * n), "USD");
        }

        boolean last() {
            return n == 1;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(What.class), Arbitraries.integers().between(1, REQUESTS))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 1000)
    @Label("nothing begins beside what is pending or has succeeded, nor above what is held, and the hold is what they"
            + " say")
    void at_most_one_and_never_above(@ForAll("steps") List<Step> steps) {
        AuthorizationScene scene = new AuthorizationScene(false);
        for (Step step : steps) {
            boolean known = scene.hold().isPresent();
            Operations before = operations(scene);

            boolean began = run(scene, step);

            if (known && began) {
                assertEquals(NONE, before, step.toString());
                assertTrue(step.what() == What.CANCEL || step.amount().amount().compareTo(AUTHORIZED.amount()) <= 0);
            }
            Operations after = operations(scene);
            scene.store
                    .authorizations()
                    .find(scene.merchant.id(), ORDER)
                    .ifPresent(kept -> assertEquals(
                            new Standing(kept, after, CaptureAllowance.DOCUMENTED).followed(), kept, step.toString()));
        }
    }

    @Property(tries = 500)
    @Label("where several captures are allowed, what is pending and collected never exceeds what is held, and a final"
            + " success lets nothing more in")
    void never_above_together(@ForAll @IntRange(min = 2, max = 4) int allowed, @ForAll("steps") List<Step> steps) {
        AuthorizationScene scene = new AuthorizationScene(false, new CaptureAllowance(allowed));
        scene.authorized();
        for (Step step : steps) {
            boolean closed = operations(scene).collected().last();

            boolean began = run(scene, step);

            Operations after = operations(scene);
            assertFalse(closed && began, step.toString());
            assertTrue(
                    after.pending().sum().add(after.collected().sum()).compareTo(AUTHORIZED.amount()) <= 0,
                    step.toString());
            assertTrue(after.pending().count() + after.collected().count() <= allowed, step.toString());
        }
    }

    /** @return whether a capture or a cancel began at the merchant's wish */
    private static boolean run(AuthorizationScene scene, Step step) {
        return switch (step.what()) {
            case CAPTURE -> scene.capture(step.request(), step.amount(), step.last()) instanceof Outcome.Accepted;
            case CANCEL -> scene.cancel(step.request()) instanceof Outcome.Accepted;
            case CAPTURE_SUCCEEDS, CAPTURE_FAILS -> {
                scene.captureEnds(step.request(), step.what() == What.CAPTURE_SUCCEEDS);
                yield false;
            }
            case CANCEL_SUCCEEDS, CANCEL_FAILS -> {
                scene.cancelEnds(step.request(), step.what() == What.CANCEL_SUCCEEDS);
                yield false;
            }
            case AUTHORIZED -> {
                scene.authorized();
                yield false;
            }
        };
    }

    private static Operations operations(AuthorizationScene scene) {
        return scene.store.authorizations().operations(Authorized.authorization(scene.merchant.id(), ORDER));
    }
}
