package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Holder;
import io.quittance.application.discrepancy.DiscrepancyRepair;
import io.quittance.application.discrepancy.DiscrepancyTelling;
import io.quittance.application.discrepancy.EndDiscrepancy;
import io.quittance.application.discrepancy.KeptNews;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Discrepancies.Ending;
import io.quittance.application.journal.Discrepancies.Ending.How;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.Summary;
import io.quittance.application.story.Wanted;
import io.quittance.bootstrap.management.DiscrepancyCases.By;
import io.quittance.bootstrap.management.DiscrepancyCases.Listing;
import io.quittance.bootstrap.management.DiscrepancyCases.Whose;
import io.quittance.bootstrap.management.DiscrepancyPage.Done;
import io.quittance.bootstrap.management.DiscrepancyPage.One;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.account.Account;
import io.quittance.domain.merchant.Merchant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Discrepancies, as persons ask for them")
class KeptDiscrepancyCasesTest {
    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.at(clock);
    private final Merchant merchant = Given.merchant(store);
    private final DiscrepancyCases cases = cases();

    private DiscrepancyCases cases() {
        Books books = new Books(
                store.journal(), store.outbox(), store.errands(), store.discrepancies(), store.spentRequests());
        Office office = new Office(store.transactions(), books, clock, new Bells(new Bell(), new Bell()));
        EndDiscrepancy ending =
                new DiscrepancyRepair(new NoOrders(), store.accounts(), Given.holders(store), new NoNews(), office);
        return new KeptDiscrepancyCases(
                store.discrepancies(),
                new DiscrepancyTelling(new NoOrders(), ending, office),
                ending,
                new NoOrders(),
                store.merchants(),
                clock);
    }

    private record NoOrders() implements Summaries {
        @Override
        public List<String> states(ObjectRef.Kind kind) {
            return List.of();
        }

        @Override
        public Optional<Summary> find(ObjectRef about) {
            return Optional.empty();
        }

        @Override
        public List<Summary> named(String id, int limit) {
            return List.of();
        }

        @Override
        public List<Summary> page(Wanted wanted, Optional<ObjectRef> behind, int limit) {
            return List.of();
        }
    }

    /** This version understands none of it. */
    private record NoNews() implements KeptNews {
        @Override
        public Taken take(Holder holder, Message message) {
            return new Taken.NotUnderstood("status (expected: SUCCESS)");
        }

        @Override
        public boolean verifiedFor(Account account, Message message) {
            return true;
        }
    }

    @BeforeEach
    void are_three() {
        for (String name : List.of("Grace", "Ada", "Joan")) {
            store.perform(() -> store.discrepancies()
                    .open(new Discrepancy(
                            merchant.id(),
                            Optional.empty(),
                            Given.message("{\"status\":\"NEW\",\"fullName\":\"" + name + "\"}"),
                            "not understood: status",
                            clock.instant())));
        }
    }

    private static Listing listing(Optional<Long> behind, int limit) {
        return new Listing(
                false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, behind, limit);
    }

    private static String wrong(Runnable asked) {
        return assertThrows(Trouble.class, asked::run).getMessage();
    }

    @Test
    void are_paged_and_say_where_the_next_page_begins() {
        var first = cases.list(listing(Optional.empty(), 2));
        long last = Long.parseLong(StoryPage.behind(first).orElseThrow());

        var second = cases.list(listing(Optional.of(last), 2));

        assertEquals(
                List.of("3", "2"),
                DiscrepancyPage.all(first).stream().map(One::number).toList());
        assertEquals(
                List.of("1"),
                DiscrepancyPage.all(second).stream().map(One::number).toList());
        assertEquals(Optional.empty(), StoryPage.behind(second));
    }

    @Test
    void are_shown_masked_unless_somebody_says_why_and_that_is_kept() {
        assertFalse(cases.tell(1, Whose.UNSAID).asUtf8().contains("Grace"));

        assertTrue(cases.reveal(new By(1, " case 4711 ", "Ada")).asUtf8().contains("Grace"));

        String after = cases.tell(1, Whose.UNSAID).asUtf8();
        assertTrue(after.contains("case 4711") && !after.contains("Grace"), after);
        assertEquals(
                0, DiscrepancyPage.whole(cases.tell(2, Whose.UNSAID)).looks().size());
    }

    @Test
    void say_what_can_be_done_where_they_cannot_be_adopted() {
        String why = wrong(() -> cases.adopt(new By(1, "it is so", "Ada"), Whose.UNSAID));

        assertTrue(why.contains("status (expected: SUCCESS)"), why);
        assertTrue(why.contains("'discrepancy close 1'"), why);
        assertFalse(why.contains("order settle"), why);
    }

    @Test
    void are_closed_once() {
        Done first = DiscrepancyPage.done(cases.close(new By(1, "theirs", "Ada")));
        Done second = DiscrepancyPage.done(cases.close(new By(1, "mine", "Bob")));

        assertTrue(first.changed());
        assertFalse(second.changed());
        assertEquals(first.one(), second.one());
        assertEquals("CLOSED", first.one().state());
        assertTrue(first.one().ended().orElseThrow().endsWith("by Ada: theirs"));
        assertEquals(
                List.of("3", "2"),
                DiscrepancyPage.all(cases.list(listing(Optional.empty(), 9))).stream()
                        .map(One::number)
                        .toList());
    }

    @Test
    void are_not_ended_the_other_way() {
        cases.close(new By(1, "theirs", "Ada"));
        store.perform(() -> store.discrepancies()
                .end(2, new Ending(How.ADOPTED, clock.instant(), "Ada", "it is so"), Optional.empty()));

        assertEquals(
                "Nothing changed, as discrepancy 1 was closed without adopting it, " + Given.NOON
                        + " by Ada: theirs (expected: an open one).",
                wrong(() -> cases.adopt(new By(1, "it is so", "Bob"), Whose.UNSAID)));
        assertEquals(
                "Nothing changed, as discrepancy 2 was adopted, " + Given.NOON
                        + " by Ada: it is so (expected: an open one).",
                wrong(() -> cases.close(new By(2, "theirs", "Bob"))));
        assertFalse(DiscrepancyPage.done(cases.adopt(new By(2, "mine", "Bob"), Whose.UNSAID))
                .changed());
    }

    @Test
    void name_what_is_wrong_with_a_wish() {
        assertEquals("There is no discrepancy 99.", wrong(() -> cases.tell(99, Whose.UNSAID)));
        assertEquals("There is no discrepancy 99.", wrong(() -> cases.close(new By(99, "why", "Ada"))));
        assertTrue(wrong(() -> cases.close(new By(1, " ", "Ada"))).contains("reason"));
        assertTrue(wrong(() -> cases.list(listing(Optional.empty(), 0))).contains("1 to 500"));
        assertTrue(wrong(() -> cases.tell(1, new Whose(Optional.of("nobody"), Optional.empty())))
                .contains("No app nobody"));
        assertTrue(wrong(() -> cases.tell(1, new Whose(Optional.empty(), Optional.of("first"))))
                .contains("The account is first"));
        Listing unknownOrder = new Listing(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of("order-1"),
                Optional.empty(),
                false,
                Optional.empty(),
                9);
        assertTrue(wrong(() -> cases.list(unknownOrder)).startsWith("No order is called order-1"));
    }
}
