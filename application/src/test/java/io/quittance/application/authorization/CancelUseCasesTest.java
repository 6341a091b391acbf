package io.quittance.application.authorization;

import static io.quittance.application.authorization.AuthorizationScene.ORDER;
import static io.quittance.application.authorization.AuthorizationScene.WHY;
import static io.quittance.application.authorization.AuthorizationScene.terms;
import static io.quittance.application.capture.PlayedAcquirer.EXCHANGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.capture.RequestOperation.Outcome.Accepted;
import io.quittance.application.capture.RequestOperation.Outcome.Conflicting;
import io.quittance.application.capture.RequestOperation.Outcome.Repeated;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.merchant.Merchant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A cancel, through the use cases,")
class CancelUseCasesTest {
    private final AuthorizationScene scene = new AuthorizationScene();

    private Optional<Errand> errand(Operation cancel) {
        return scene.store.errands().all().stream()
                .filter(errand -> errand.about().equals(ObjectRef.of(cancel.id())))
                .findFirst();
    }

    @Nested
    class Requested {
        @Test
        void is_pending_with_a_story_and_an_errand() {
            assertInstanceOf(Accepted.class, scene.cancel("R1"));

            Operation cancel = scene.keptCancel("R1");
            assertEquals(new State.Pending(), cancel.state());
            assertEquals(List.of(Kind.REQUESTED), scene.kinds(ObjectRef.of(cancel.id())));
            assertEquals(Errand.Step.SUBMIT, errand(cancel).orElseThrow().step());
        }

        @Test
        void again_is_the_same_as_it_stands_now() {
            scene.cancel("R1");
            scene.cancelEnds("R1", true);

            assertEquals(new Repeated(scene.keptCancel("R1")), scene.cancel("R1"));
            assertEquals(new State.Succeeded(Given.NOON), scene.keptCancel("R1").state());
        }

        @Test
        void for_another_order_under_the_same_id_conflicts_and_changes_nothing() {
            scene.cancel("R1");
            Operation before = scene.keptCancel("R1");

            assertEquals(new Conflicting(before), scene.cancel(scene.merchant, "R1", new OutTradeNo("ORDER-2")));
            assertEquals(before, scene.keptCancel("R1"));
        }

        @Test
        void by_another_merchant_under_the_same_id_is_another() {
            Merchant other = Given.merchant(scene.store);
            scene.cancel("R1");

            assertInstanceOf(Accepted.class, scene.cancel(other, "R1", ORDER));
        }
    }

    @Nested
    class Asked_of_upstream {
        private final UpstreamNo number = new UpstreamNo("UP-R1");

        @Test
        void waits_for_the_notification_once_taken() {
            scene.cancel("R1");
            scene.acquirer.answers(
                    new Answer.Taken<>(EXCHANGE, new Said.Has(new Report.Processing(terms("R1", Optional.of(ORDER))))));

            scene.runs(scene.keptCancel("R1"));

            assertEquals(Optional.of(number), scene.keptCancel("R1").upstreamNo());
            assertEquals(
                    Errand.Step.WATCH,
                    errand(scene.keptCancel("R1")).orElseThrow().step());
        }

        @Test
        void ends_with_the_answer_that_says_so_and_moves_the_hold() {
            scene.authorized();
            scene.cancel("R1");
            Report settled = new Report.Settled(terms("R1", Optional.of(ORDER)), Given.NOON);
            scene.acquirer.answers(new Answer.Taken<>(EXCHANGE, new Said.Has(settled)));

            scene.runs(scene.keptCancel("R1"));

            assertEquals(Optional.of(Hold.CANCELLED), scene.hold());
            assertEquals(Optional.empty(), errand(scene.keptCancel("R1")));
        }

        @Test
        void fails_when_refused_and_leaves_the_order_open() {
            scene.authorized();
            scene.cancel("R1");
            scene.acquirer.answers(new Answer.Refused<>(EXCHANGE, WHY));

            scene.runs(scene.keptCancel("R1"));

            assertEquals(
                    new State.Failed(Given.NOON, WHY), scene.keptCancel("R1").state());
            assertEquals(Optional.of(Hold.OPEN), scene.hold());
            assertEquals(
                    1, scene.owed(ObjectRef.of(scene.keptCancel("R1").id())).size());
        }

        @Test
        void waits_for_the_notification_too_where_upstream_has_one_under_that_id() {
            scene.authorized();
            scene.cancel("R1");
            scene.acquirer.answers(new Answer.Taken<>(EXCHANGE, new Said.HadAlready()));

            scene.runs(scene.keptCancel("R1"));
            assertEquals(new State.Pending(), scene.keptCancel("R1").state());

            assertEquals(Settled.RECORDED, scene.cancelEnds("R1", true));
            assertEquals(Optional.of(Hold.CANCELLED), scene.hold());
        }

        @Test
        void is_never_asked_twice_when_nobody_knows_whether_it_arrived() {
            scene.cancel("R1");
            scene.acquirer.knowsItsIds(false);
            scene.acquirer.answers(new Answer.Unknown<>(EXCHANGE, "no answer"));

            scene.runs(scene.keptCancel("R1"));
            scene.runs(scene.keptCancel("R1"));

            assertEquals(1, scene.acquirer.asked().size());
            assertEquals(
                    1,
                    scene.kinds(ObjectRef.of(scene.keptCancel("R1").id())).stream()
                            .filter(Kind.OVERDUE::equals)
                            .count());
            assertEquals(1, scene.store.operations().of(Sort.CANCEL).overdue());
        }

        @Test
        void is_asked_again_of_whoever_knows_its_ids() {
            scene.cancel("R1");
            scene.acquirer.knowsItsIds(true);
            scene.acquirer.answers(new Answer.Unknown<>(EXCHANGE, "no answer"));

            scene.runs(scene.keptCancel("R1"));
            scene.runs(scene.keptCancel("R1"));

            assertEquals(2, scene.acquirer.asked().size());
        }
    }

    @Nested
    class Told_of {
        @Test
        void though_nobody_asked_is_made_and_announced_under_a_number_of_ours() {
            assertEquals(Settled.RECORDED, scene.cancelEnds("ELSEWHERE", true));

            Operation made = scene.keptCancel("ELSEWHERE");
            assertEquals(Optional.of(new UpstreamNo("UP-ELSEWHERE")), made.upstreamNo());
            assertNotEquals("UP-ELSEWHERE", made.id().value());
            assertEquals(1, scene.owed(ObjectRef.of(made.id())).size());
        }

        @Test
        void though_nobody_asked_and_without_its_order_is_a_discrepancy() {
            assertEquals(
                    Settled.UNUSABLE,
                    scene.told(
                            Sort.CANCEL,
                            "ELSEWHERE",
                            new Report.Settled(terms("ELSEWHERE", Optional.empty()), Given.NOON)));
            assertEquals(1, scene.discrepancies().size());
        }
    }
}
