package io.quittance.persistence.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.audit.BodyRemoval;
import io.quittance.application.audit.JournalVerifying;
import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.erasure.FindPersons;
import io.quittance.application.erasure.ForgetPersons;
import io.quittance.application.erasure.ForgetPersons.Outcome;
import io.quittance.application.erasure.Forgetting;
import io.quittance.application.erasure.PersonSearch;
import io.quittance.application.erasure.PersonsOfKind;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Discrepancies.Ending;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.Recipient;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.person.Hand;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.audit.JdbcJournalBodies;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import io.quittance.persistence.story.JdbcOutstanding;
import io.quittance.persistence.story.JdbcSummaries;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Persons of an order")
class ForgettingTest {
    private static final String PAYEE = "Ada Lovelace";

    interface Persons {
        JdbcStore store();

        private ForgetPersons forgetting() {
            JdbcStore store = store();
            return new Forgetting(
                    Map.of(
                            ObjectRef.Kind.PAYOUT,
                            PersonsOfKind.in(store.payouts(), ObjectRef::payoutId, Payout::forgotten),
                            ObjectRef.Kind.PAYMENT_LINK,
                            PersonsOfKind.in(store.paymentLinks(), ObjectRef::linkId, PaymentLink::forgotten)),
                    new JdbcSummaries(store.database().sql()),
                    new JdbcOutstanding(store.database().sql()),
                    store.discrepancies(),
                    store.journal(),
                    new BodyRemoval(
                            store.keptJournal(),
                            JdbcStore.CHAIN,
                            new JdbcJournalBodies(store.database().sql(), OrderHeads.ALL),
                            store.journal()),
                    store.transactions(),
                    InstantSource.fixed(Given.NOON));
        }

        private Outcome forget(ObjectRef about) {
            return forgetting().forget(about, new Hand("Ada", "the payee asked for it"));
        }

        private Payout payout(State state) {
            Payout asked = GivenPayouts.payout(Given.merchant(store()).id());
            Payout payout = state instanceof State.Pending ? asked : GivenPayouts.told(asked, state);
            GivenPayouts.kept(store(), payout);
            said(ObjectRef.of(payout.id()), Kind.REQUESTED, "{\"payee\":{\"name\":\"" + PAYEE + "\"}}");
            if (payout != asked) {
                moved(ObjectRef.of(payout.id()), "PENDING -> SUCCESS");
            }
            return payout;
        }

        private Payout paid() {
            return payout(new State.Succeeded(Given.NOON));
        }

        private void moved(ObjectRef about, String step) {
            JournalEntry entry = JournalEntry.noted(Kind.MOVED, Given.NOON, step + ", on the word of upstream");
            store().perform(() -> store().journal().append(about, List.of(entry)));
        }

        private int said(ObjectRef about, Kind kind, String body) {
            JournalEntry entry = JournalEntry.noted(kind, Given.NOON, "said").with(Bytes.utf8(body));
            return store().transactions().inOne(() -> store().journal().append(about, List.of(entry)));
        }

        private void whole(ObjectRef about) {
            assertEquals(
                    List.of(),
                    new JournalVerifying(store().keptJournal(), JdbcStore.CHAIN)
                            .order(about)
                            .damages());
        }

        private boolean hasBodies(ObjectRef about) {
            return store().journal().story(about).stream()
                    .anyMatch(row -> row.entry().kind() != Kind.OPERATED
                            && row.entry().body().isPresent());
        }

        @Test
        default void are_forgotten_in_a_payout_that_has_ended() {
            Payout payout = paid();
            ObjectRef about = ObjectRef.of(payout.id());
            said(about, Kind.RECEIVED, "{\"payeeName\":\"" + PAYEE + "\"}");

            assertEquals(new Outcome.Done(2), forget(about));

            Payout left = store().payouts().find(payout.id()).orElseThrow();
            Particulars told = GivenPayouts.PARTICULARS;
            assertEquals(Optional.empty(), left.particulars().reference());
            assertEquals(Optional.empty(), left.particulars().notifyEmail());
            assertEquals(Optional.empty(), left.particulars().notifyPhone());
            assertEquals(Optional.empty(), left.particulars().redeemCode());
            assertEquals(told, left.particulars().or(told), "the rest is as it was");
            assertEquals(payout.legs(), left.legs());
            assertEquals(payout.state(), left.state());
            assertEquals(payout.trade(), left.trade());
            assertTrue(!hasBodies(about));
            whole(about);
        }

        @Test
        default void are_forgotten_once() {
            ObjectRef about = ObjectRef.of(paid().id());
            assertEquals(new Outcome.Done(1), forget(about));

            assertEquals(new Outcome.Already(), forget(about));
            assertEquals(3, store().journal().story(about).size());

            said(about, Kind.RECEIVED, "{\"payeeName\":\"" + PAYEE + "\"}");
            assertEquals(new Outcome.Done(1), forget(about));
            whole(about);
        }

        @Test
        default void are_forgotten_in_a_link_that_was_paid() {
            MerchantId merchant = Given.merchant(store()).id();
            PaymentLink asked = Given.link(merchant);
            LinkTransaction by = new LinkTransaction(
                    new TransactionNo(Given.unique("P")),
                    LinkTransaction.Status.SUCCESS,
                    Optional.of(Given.NOON),
                    Optional.of(Bytes.utf8("{\"cardNo\":\"424242******4242\"}")));
            PaymentLink paid = new PaymentLink(
                    asked.id(),
                    merchant,
                    asked.account(),
                    asked.request(),
                    asked.offer(),
                    asked.createdAt(),
                    asked.expiresAt(),
                    new Opening.Opened(Optional.empty(), new LinkUrls("https://pay.example/1", "")),
                    new PaymentLink.State.Paid(by.no()),
                    List.of(by));
            Given.kept(store(), paid);
            ObjectRef about = ObjectRef.of(paid.id());
            said(about, Kind.REQUESTED, "{\"userInfo\":{\"userName\":\"" + PAYEE + "\"}}");
            moved(about, "ACTIVE -> PAID");

            assertEquals(new Outcome.Done(1), forget(about));

            PaymentLink left = store().paymentLinks().find(paid.id()).orElseThrow();
            assertEquals("{}", left.offer().data().asUtf8());
            assertEquals(paid.offer().digest(), left.offer().digest());
            assertEquals(paid.offer().amount(), left.offer().amount());
            assertEquals(paid.state(), left.state());
            assertEquals(
                    List.of(new LinkTransaction(by.no(), by.status(), by.completedAt(), Optional.empty())),
                    left.transactions());
            whole(about);
        }

        @Test
        default void stay_while_the_order_has_not_ended() {
            Payout payout = payout(new State.Pending(Optional.empty()));
            assertEquals(new Outcome.Refused("it has not ended"), forget(ObjectRef.of(payout.id())));
            assertTrue(hasBodies(ObjectRef.of(payout.id())));
        }

        @Test
        default void stay_while_something_is_to_be_asked_or_told() {
            Payout asked = paid();
            ObjectRef about = ObjectRef.of(asked.id());
            store().perform(() ->
                    store().errands().add(Errand.submit(about, asked.merchant(), asked.account(), Given.NOON)));
            assertEquals(new Outcome.Refused("upstream is still to be asked about it"), forget(about));

            Payout told = paid();
            ObjectRef owed = ObjectRef.of(told.id());
            int row = said(owed, Kind.OWED, "{}");
            Recipient recipient = Recipient.registered(told.merchant(), Dialect.ENVELOPED, Optional.empty());
            store().perform(() -> store().outbox().append(owed, row, recipient, Given.NOON));
            assertEquals(new Outcome.Refused("its merchant is still owed news of it"), forget(owed));
            assertTrue(hasBodies(owed));
        }

        @Test
        default void stay_while_a_discrepancy_is_open_and_go_with_an_ended_one() {
            Payout payout = paid();
            ObjectRef about = ObjectRef.of(payout.id());
            Discrepancy told = new Discrepancy(
                    payout.merchant(),
                    Optional.of(about),
                    Given.message(Given.unique("{\"payeeName\":\"Ada\"}")),
                    "another amount",
                    Given.NOON);
            store().perform(() -> store().discrepancies().open(told));
            Kept open = store().discrepancies().of(payout.merchant(), 1).getFirst();
            assertEquals(new Outcome.Refused("discrepancy " + open.number() + " about it is open"), forget(about));

            Ending closed = new Ending(Ending.How.CLOSED, Given.NOON, "Ada", "done");
            store().perform(() -> store().discrepancies().end(open.number(), closed, Optional.empty()));
            assertEquals(new Outcome.Done(1), forget(about));

            Kept left = store().discrepancies().find(open.number()).orElseThrow();
            assertEquals("", left.discrepancy().message().raw().asUtf8());
            assertEquals("another amount", left.discrepancy().why());
        }

        @Test
        default void are_of_no_order_that_there_is_not() {
            assertEquals(new Outcome.Unknown(), forget(new ObjectRef(ObjectRef.Kind.PAYOUT, "nobody's")));
        }

        @Test
        default void are_found_by_what_they_are_called_until_they_are_forgotten() {
            String name = Given.unique("Ada ");
            Payout payout = paid();
            ObjectRef about = ObjectRef.of(payout.id());
            said(about, Kind.RECEIVED, "name=" + name);
            ObjectRef other = ObjectRef.of(paid().id());
            FindPersons search = new PersonSearch(
                    store().keptJournal(), (body, value) -> body.asUtf8().endsWith(value));

            assertEquals(List.of(about), found(search, name));
            assertTrue(found(search, "}}").containsAll(List.of(about, other)));

            forget(about);
            assertEquals(List.of(), found(search, name));
        }

        private static List<ObjectRef> found(FindPersons search, String value) {
            List<ObjectRef> all = new ArrayList<>();
            Optional<FindPersons.Part> part = Optional.of(search.part(Months.ALL, Optional.empty(), value));
            while (part.isPresent()) {
                all.addAll(part.get().orders());
                part = part.get().behind().map(behind -> search.part(Months.ALL, Optional.of(behind), value));
            }
            return all;
        }
    }

    @Nested
    class On_H2 implements Persons {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements Persons {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Persons {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMySql();
        }
    }
}
