package io.quittance.application.capture;

import static io.quittance.application.capture.Scene.AMOUNT;
import static io.quittance.application.capture.Scene.ORDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.capture.RequestOperation.Command;
import io.quittance.application.capture.RequestOperation.Command.Collect;
import io.quittance.application.capture.RequestOperation.Outcome.Accepted;
import io.quittance.application.capture.RequestOperation.Outcome.Conflicting;
import io.quittance.application.capture.RequestOperation.Outcome.Repeated;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A request to capture")
class RequestCaptureTest {
    private final Scene scene = new Scene();

    private RequestOperation.Outcome request(Command command) {
        return scene.requests.request(scene.merchant, command);
    }

    private Capture kept(String request) {
        return (Capture) scene.store
                .operations()
                .find(scene.merchant.id(), GivenOperations.captureKey(request))
                .orElseThrow();
    }

    @Nested
    class That_is_new {
        @Test
        void makes_a_pending_capture() {
            RequestOperation.Outcome outcome = request(Scene.command("R1"));

            Capture capture = kept("R1");
            assertEquals(new Accepted(capture), outcome);
            assertEquals(
                    Capture.requested(
                            capture.id(),
                            new Asked(
                                    scene.merchant.id(),
                                    Given.account(scene.merchant.id()),
                                    new RequestId("R1"),
                                    ORDER,
                                    Given.NOON),
                            AMOUNT,
                            true),
                    capture);
        }

        @Test
        void begins_the_story_with_its_own_bytes() {
            request(Scene.command("R1"));

            JournalEntry asked = JournalEntry.message(
                    Kind.REQUESTED, Given.NOON, "the merchant asks to capture 100.50 USD", Given.message("request R1"));
            assertEquals(List.of(new Row(1, asked, 0)), scene.story(kept("R1")));
        }

        @Test
        void leaves_an_errand_that_is_due_at_once_and_says_so() {
            request(Scene.command("R1"));

            ObjectRef about = ObjectRef.of(kept("R1").id());
            Errand errand = scene.errand(kept("R1")).orElseThrow();
            assertEquals(
                    new Errand(
                            errand.id(),
                            about,
                            scene.merchant.id(),
                            scene.holder.account().id(),
                            Errand.Step.SUBMIT,
                            0,
                            Given.NOON,
                            false,
                            false),
                    errand);
            assertEquals(
                    List.of(new Stretch(
                            Shard.of(about), Errand.lane(scene.holder.account().id()))),
                    scene.errandsRung);
        }

        @Test
        void is_another_when_another_merchant_uses_the_same_id() {
            Merchant other = Given.merchant(scene.store);
            request(Scene.command("R1"));

            scene.requests.request(other, Scene.command("R1"));

            assertNotEquals(
                    kept("R1").id(),
                    scene.store
                            .operations()
                            .find(other.id(), GivenOperations.captureKey("R1"))
                            .orElseThrow()
                            .id());
        }
    }

    @Nested
    class That_comes_again {
        @Test
        void answers_the_same_capture() {
            request(Scene.command("R1"));

            assertEquals(new Repeated(kept("R1")), request(Scene.command("R1")));
        }

        @Test
        void answers_how_the_capture_stands_now() {
            request(Scene.command("R1"));
            scene.settle(kept("R1"), scene.settled());

            assertEquals(new Repeated(kept("R1")), request(Scene.command("R1")));
            assertEquals("SUCCESS", scene.state(kept("R1")));
        }

        @Test
        void may_write_the_amount_with_other_zeros() {
            request(Scene.command("R1"));
            Command again = new Collect(
                    new RequestId("R1"), ORDER, Money.of("100.5", "USD"), true, Given.message("another writing"));

            assertEquals(new Repeated(kept("R1")), request(again));
        }

        @Test
        void leaves_one_errand_and_rings_once() {
            request(Scene.command("R1"));
            request(Scene.command("R1"));

            assertEquals(1, scene.store.errands().all().size());
            assertEquals(1, scene.errandsRung.size());
        }

        @Test
        void is_counted_beside_the_first_message_though_its_bytes_differ() {
            Message first = Given.message("request R1");
            Message second = new Message(Bytes.utf8("other bytes"), first.keyId(), first.fingerprint());
            request(Scene.command("R1"));

            request(new Collect(new RequestId("R1"), ORDER, AMOUNT, true, second));
            request(new Collect(new RequestId("R1"), ORDER, AMOUNT, true, second));

            Row row = scene.story(kept("R1")).getFirst();
            assertEquals(List.of(row), scene.story(kept("R1")));
            assertEquals(2, row.repeats());
            assertEquals(Optional.of(first.raw()), row.entry().body());
        }

        @Test
        void is_told_in_the_story_when_it_says_the_same_in_another_way() {
            request(Scene.command("R1"));

            request(new Collect(new RequestId("R1"), ORDER, AMOUNT, true, Given.message("in other words")));

            assertEquals(List.of(Kind.REQUESTED, Kind.REQUESTED), scene.kinds(kept("R1")));
        }
    }

    @Nested
    class That_uses_an_id_for_something_else {
        @Test
        void conflicts_whatever_differs() {
            request(Scene.command("R1"));
            Capture earlier = kept("R1");
            RequestId id = new RequestId("R1");
            Message message = Given.message("something else");
            List<Command> others = List.of(
                    new Collect(id, new OutTradeNo("ORDER-2"), AMOUNT, true, message),
                    new Collect(id, ORDER, Money.of("100.51", "USD"), true, message),
                    new Collect(id, ORDER, Money.of("100.50", "EUR"), true, message),
                    new Collect(id, ORDER, AMOUNT, false, message));

            others.forEach(other -> assertEquals(new Conflicting(earlier), request(other)));
        }

        @Test
        void changes_nothing() {
            request(Scene.command("R1"));
            Capture before = kept("R1");
            List<Row> story = scene.story(before);
            scene.clock.move(Duration.ofSeconds(1));

            request(new Collect(
                    new RequestId("R1"), ORDER, Money.of("1", "USD"), true, Given.message("something else")));

            assertEquals(before, kept("R1"));
            assertEquals(story, scene.story(before));
            assertEquals(1, scene.store.errands().all().size());
            assertEquals(1, scene.errandsRung.size());
        }
    }

    @Test
    void never_gets_a_number_that_was_given_before() {
        Capture first = scene.requested();
        OperationIds same = new OperationIds() {
            @Override
            public CaptureId nextCapture() {
                return first.id();
            }

            @Override
            public CancelId nextCancel() {
                throw new AssertionError("nobody cancels");
            }
        };
        OperationRequests careless =
                new OperationRequests(scene.locked, Given.routing(scene.store), same, scene.office);

        assertThrows(IllegalStateException.class, () -> careless.request(scene.merchant, Scene.command("R2")));
    }
}
