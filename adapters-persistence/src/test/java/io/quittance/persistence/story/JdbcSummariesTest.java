package io.quittance.persistence.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.person.Hand;
import io.quittance.application.store.Given;
import io.quittance.application.story.Outstanding.Telling;
import io.quittance.application.story.Story;
import io.quittance.application.story.StoryTelling;
import io.quittance.application.story.Summary;
import io.quittance.application.story.Summary.Named;
import io.quittance.application.story.Wanted;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.payout.Payout;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Orders for people, in SQL")
class JdbcSummariesTest {
    private static final int SOME = 10;

    interface Read {
        JdbcStore store();

        private JdbcSummaries summaries() {
            return new JdbcSummaries(store().database().sql());
        }

        private JdbcOutstanding outstanding() {
            return new JdbcOutstanding(store().database().sql());
        }

        private StoryTelling telling() {
            return StoriesOf.all(store(), Map.of());
        }

        private static Wanted all(Kind kind, Merchant merchant) {
            return new Wanted(kind, Optional.empty(), List.of(merchant.id()), Optional.empty(), false);
        }

        private static List<ObjectRef> refs(List<Summary> found) {
            return found.stream().map(Summary::about).toList();
        }

        @Test
        default void tell_how_a_capture_stands() {
            Merchant merchant = Given.merchant(store());
            Operation capture = GivenOperations.numbered(GivenOperations.capture(merchant.id()), Given.unique("UP"));
            Operation failed = GivenOperations.kept(
                    store(), GivenOperations.failed(capture, new Failure("PAYMENT_FAILED", "no funds")));

            Summary told = summaries().find(ObjectRef.of(failed.id())).orElseThrow();

            assertEquals("FAILED", told.state());
            assertEquals(Optional.of(new Failure("PAYMENT_FAILED", "no funds")), told.failure());
            assertEquals(failed.asked().at(), told.createdAt());
            assertEquals(Optional.of(((Capture) failed).amount()), told.amount());
            assertEquals(
                    List.of(
                            new Named("outTradeNo", failed.asked().order().value()),
                            new Named("requestId", failed.asked().request().value())),
                    told.theirs());
            assertEquals(capture.upstreamNo().map(Object::toString), told.upstream());
            assertEquals(Optional.of(Given.NOON.plusSeconds(5)), told.endedAt());
            assertEquals(merchant.id(), told.merchant());
        }

        @Test
        default void are_found_by_any_of_their_numbers() {
            Merchant merchant = Given.merchant(store());
            Operation capture = GivenOperations.kept(
                    store(), GivenOperations.numbered(GivenOperations.capture(merchant.id()), Given.unique("UP")));
            ObjectRef about = ObjectRef.of(capture.id());

            for (String id : List.of(
                    capture.id().value(),
                    capture.asked().request().value(),
                    capture.upstreamNo().orElseThrow().value())) {
                assertEquals(List.of(about), refs(summaries().named(id, SOME)), id);
            }
            String order = capture.asked().order().value();
            assertTrue(refs(summaries().named(order, 1_000)).contains(about), order);
            assertTrue(
                    refs(summaries().named(order.toLowerCase(Locale.ROOT), 1_000))
                            .contains(about),
                    order);
            assertEquals(List.of(), summaries().named(Given.unique("nobody"), SOME));
            assertEquals(List.of(), summaries().named("' or 1 = 1 --", SOME));
        }

        @Test
        default void of_several_merchants_with_the_same_number_are_all_found() {
            String number = Given.unique("P");
            List<ObjectRef> kept = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Payout payout = GivenPayouts.payout(Given.merchant(store()).id(), Given.unique("T"), number);
                kept.add(ObjectRef.of(GivenPayouts.kept(store(), payout).id()));
            }

            assertEquals(
                    kept.stream().map(ObjectRef::id).sorted().toList(),
                    refs(summaries().named(number, SOME)).stream()
                            .map(ObjectRef::id)
                            .sorted()
                            .toList());
            assertEquals(2, summaries().named(number, 2).size());
        }

        @ParameterizedTest
        @EnumSource
        default void of_every_kind_can_be_asked_for(Kind kind) {
            Merchant merchant = Given.merchant(store());
            assertEquals(Optional.empty(), summaries().find(new ObjectRef(kind, "none")));
            assertEquals(List.of(), summaries().page(all(kind, merchant), Optional.empty(), SOME));
            Wanted narrow = new Wanted(kind, Optional.of("NO SUCH STATE"), List.of(), Optional.of(Given.NOON), true);
            assertEquals(List.of(), summaries().page(narrow, Optional.of(new ObjectRef(kind, "none")), SOME));
            assertEquals(Optional.empty(), outstanding().asking(new ObjectRef(kind, "none")));
            assertEquals(Optional.empty(), telling().tell(new ObjectRef(kind, "none")));
        }

        @Test
        default void tell_a_links_story_without_an_end() {
            Merchant merchant = Given.merchant(store());
            PaymentLink link = Given.kept(store(), Given.link(merchant.id()));
            Summary told = summaries().find(ObjectRef.of(link.id())).orElseThrow();

            assertEquals("ACTIVE", told.state());
            assertTrue(told.detail().isPresent());
            assertEquals(Optional.empty(), told.endedAt());
        }

        @Test
        default void of_payment_links_are_found_by_an_attempt_to_pay() {
            PaymentLink link = Given.link(Given.merchant(store()).id());
            List<String> numbers = List.of(Given.unique("TX"), Given.unique("TX"));
            PaymentLink tried = transacted(link, numbers.getFirst(), LinkTransaction.Status.CLOSE);
            Given.kept(store(), transacted(tried, numbers.getLast(), LinkTransaction.Status.SUCCESS));

            for (String number : numbers) {
                assertEquals(List.of(ObjectRef.of(link.id())), refs(summaries().named(number, SOME)), number);
            }
            Summary told = summaries().find(ObjectRef.of(link.id())).orElseThrow();
            assertEquals("PAID", told.state());
        }

        private static PaymentLink transacted(PaymentLink link, String number, LinkTransaction.Status status) {
            LinkTransaction told =
                    new LinkTransaction(new TransactionNo(number), status, Optional.of(Given.NOON), Optional.empty());
            return link.apply(new PaymentLink.Report.Transacted(PaymentLink.Terms.UNSAID, told))
                    .after();
        }

        @Test
        default void stand_in_a_state_that_can_be_asked_for() {
            Merchant merchant = Given.merchant(store());
            for (Payout.State state : List.of(
                    new Payout.State.Succeeded(Given.NOON),
                    new Payout.State.Failed(Given.NOON, GivenPayouts.WHY, false),
                    new Payout.State.BouncedBack(Optional.empty(), Given.NOON, Optional.empty()))) {
                Payout payout = GivenPayouts.payout(merchant.id(), Given.unique("T"), Given.unique("O"));
                GivenPayouts.kept(store(), GivenPayouts.told(payout, state));
            }
            Given.kept(store(), Given.link(merchant.id()));
            GivenOperations.kept(store(), GivenOperations.capture(merchant.id()));

            for (Kind kind : List.of(Kind.PAYOUT, Kind.PAYMENT_LINK, Kind.CAPTURE)) {
                List<Summary> found = summaries().page(all(kind, merchant), Optional.empty(), SOME);
                assertFalse(found.isEmpty());
                found.forEach(one -> assertTrue(OrderStates.of(kind).contains(one.state()), one.toString()));
            }
        }

        @Test
        default void tell_what_is_still_to_be_done_and_who_looked_behind_the_masks() {
            Operation capture = GivenOperations.kept(store());
            Hand ada = new Hand("Ada", "case 4711");
            ObjectRef about = ObjectRef.of(capture.id());
            store().transactions().inOne(() -> {
                store().errands().add(Given.errand(capture, Given.NOON));
                return store().journal().append(about, List.of(Given.note("it began")));
            });

            Story told = telling().tell(about).orElseThrow();
            assertEquals(Errand.Step.SUBMIT, told.asking().orElseThrow().step());
            assertEquals(List.<Telling>of(), told.telling());
            assertEquals(1, told.rows().size());
            Story seen = telling().reveal(about, ada).orElseThrow();
            JournalEntry last = seen.rows().getLast().entry();
            assertEquals(JournalEntry.Kind.OPERATED, last.kind());
            assertEquals(Optional.of("Ada"), last.who());
            assertTrue(last.note().contains("case 4711"), last.note());
            assertEquals(2, telling().tell(about).orElseThrow().rows().size());
            assertEquals(Optional.empty(), telling().reveal(new ObjectRef(Kind.CAPTURE, "none"), ada));
        }
    }

    @Nested
    class On_H2 implements Read {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements Read {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Read {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMySql();
        }
    }
}
