package io.quittance.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.audit.KeptJournal.Place;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.Discrepancies.Ending;
import io.quittance.application.journal.Discrepancies.Wanted;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Delivery;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.Recipient;
import io.quittance.application.notification.Signed;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.store.Given;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation.Key;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OperationId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.relay.RelayId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.audit.JdbcKeptJournal;
import io.quittance.persistence.authorization.JdbcAuthorizations;
import io.quittance.persistence.authorization.JdbcPayments;
import io.quittance.persistence.capture.JdbcOperations;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.errand.JdbcErrands;
import io.quittance.persistence.journal.JdbcDiscrepancies;
import io.quittance.persistence.journal.JdbcJournal;
import io.quittance.persistence.notification.JdbcOutbox;
import io.quittance.persistence.paymentlink.JdbcPaymentLinks;
import io.quittance.persistence.payout.JdbcPayouts;
import io.quittance.persistence.relay.JdbcRelays;
import io.quittance.persistence.simulator.JdbcSimulatedOrders;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every statement that the hot path runs is explained by the server as it was run, on tables of some thousand rows. */
@DisplayName("A statement of the hot path")
class PlansTest {
    static final MerchantId MERCHANT = new MerchantId(1);
    private static final CaptureId CAPTURE = new CaptureId("C77");
    private static final ObjectRef ABOUT = ObjectRef.of(CAPTURE);
    private static final PaymentLink LINK = Given.link(MERCHANT, "L-spoken", "M-spoken");
    private static final Shard SHARD = Shard.of(ABOUT);
    private static final Instant LATER = Given.NOON.plusSeconds(3600);
    static final BodyCipher CIPHER = BodyCipher.of(new byte[BodyCipher.KEY_BYTES], new SecureRandom());

    /** Due before all the others, which cannot be decrypted. */
    private static final SimulatedOrder SIMULATED = new SimulatedOrder(
            "S-simulated",
            MERCHANT,
            Given.account(MERCHANT),
            "capture",
            "R-simulated",
            Bytes.utf8("{}"),
            Given.NOON,
            SimulatedOrder.Verdict.SUCCESS,
            Optional.empty(),
            Given.NOON,
            Optional.of(Given.NOON),
            0,
            0);

    private static final Payout PAYOUT = GivenPayouts.payout(MERCHANT, "T-new", "O-new");

    interface Explained {
        DatabaseSettings settings();

        @Test
        default void finds_its_rows_by_an_index_and_sorts_nothing() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                ManyRows.fill(store.database().sql());
                SpokenSql spoken = new SpokenSql(store.database().dataSource());
                speak(new Sql(spoken.dataSource()));

                List<String> faults = spoken.statements().stream()
                        .filter(one -> !one.sql().startsWith("insert"))
                        .flatMap(one -> explain(store.database().sql(), one).stream())
                        .toList();

                assertTrue(spoken.statements().size() > 20, "they were listened to");
                assertEquals(List.of(), faults);
            }
        }

        /** What is wrong with the plan of a statement: a scan of a table or an index, or a sort. */
        private static List<String> explain(Sql sql, SpokenSql.Statement one) {
            return PlanStep.of(sql, one.sql(), one.values().toArray()).stream()
                    .filter(PlansTest::isBad)
                    .map(step -> step + " in " + one.sql())
                    .toList();
        }
    }

    /** The sixty-four shards may be scanned. */
    private static boolean isBad(PlanStep step) {
        boolean scan =
                (step.readsTheTable() || step.readsTheIndex()) && !step.table().equals("s");
        return scan || step.sorts() || step.needsATable();
    }

    private static void looksAtDiscrepancies(JdbcDiscrepancies discrepancies) {
        for (boolean oldestFirst : List.of(true, false)) {
            Wanted all =
                    new Wanted(false, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), oldestFirst);
            Wanted its = new Wanted(
                    false, Optional.empty(), Optional.of(MERCHANT), List.of(), Optional.empty(), oldestFirst);
            long last = discrepancies.page(all, Optional.empty(), 20).size();
            discrepancies.page(its, Optional.of(last), 20);
            discrepancies.page(all, Optional.of(last), 20);
        }
        discrepancies.page(Wanted.openAbout(ABOUT), Optional.empty(), 20);
        long own = discrepancies.of(MERCHANT, 1).getFirst().number();
        discrepancies.find(own);
        discrepancies.looks(own);
        discrepancies.end(own, new Ending(Ending.How.CLOSED, Given.NOON, "Ada", "why"), Optional.empty());
        discrepancies.open();
    }

    /** Runs everything that workers and requests run, once. */
    private static void speak(Sql sql) {
        JdbcOperations operations = new JdbcOperations(sql);
        for (Sort sort : Sort.values()) {
            Key key = new Key(sort, new RequestId("R77"));
            OperationId id = operations.find(MERCHANT, key).orElseThrow().id();
            operations.find(id);
            operations.lock(MERCHANT, key);
            operations.replace(operations.lock(id).orElseThrow());
            operations.markOverdue(id, Given.NOON);
            operations.of(sort).overdue();
            operations.of(sort).late(Given.NOON, 0, 20);
        }

        JdbcPayouts payouts = new JdbcPayouts(sql, CIPHER);
        payouts.add(PAYOUT);
        payouts.find(PAYOUT.id());
        payouts.find(MERCHANT, PAYOUT.order());
        payouts.replace(payouts.lock(MERCHANT, PAYOUT.order()).orElseThrow());
        payouts.lock(PAYOUT.id());
        payouts.owners(PAYOUT.order(), Optional.empty());
        payouts.markOverdue(PAYOUT.id(), Given.NOON);
        payouts.overdue();
        payouts.late(Given.NOON, 0, 20);
        payouts.retire(PAYOUT.id());
        OutTradeNo order = new OutTradeNo("O77");
        JdbcAuthorizations authorizations = new JdbcAuthorizations(sql);
        authorizations.lock(MERCHANT, order);
        authorizations.find(MERCHANT, order);
        Authorization known = new Authorization(
                MERCHANT,
                Given.account(MERCHANT),
                order,
                Optional.empty(),
                Money.of("1", "USD"),
                Given.NOON,
                Authorization.Hold.OPEN);
        authorizations.keep(known);
        authorizations.operations(known);

        JdbcPayments payments = new JdbcPayments(sql);
        payments.find(new PaymentId("P77"));
        payments.replace(payments.lock(MERCHANT, order).orElseThrow());
        new JdbcRelays(sql).find(new RelayId("L77"));

        JdbcPaymentLinks links = new JdbcPaymentLinks(sql, CIPHER);
        links.add(LINK);
        links.find(LINK.merchant(), LINK.request());
        links.lock(LINK.merchant(), LINK.request());
        links.replace(links.lock(LINK.id()).orElseThrow());

        JdbcJournal journal = new JdbcJournal(sql, CIPHER, OrderHeads.ALL, JdbcStore.CHAIN);
        journal.append(ObjectRef.of(PAYOUT.id()), List.of(Given.note("paid")));
        journal.append(ObjectRef.of(LINK.id()), List.of(Given.note("asked")));
        int owed = journal.append(ABOUT, List.of(Given.note("owed").with(Bytes.utf8("{}"))));
        for (ObjectRef other : List.of(
                ObjectRef.of(new CancelId("N77")),
                ObjectRef.of(new PaymentId("P77")),
                ObjectRef.of(new RelayId("L77")))) {
            journal.append(other, List.of(Given.note("heard")));
        }
        journal.repeated(ABOUT, Given.fingerprint());
        journal.story(ABOUT);
        JdbcKeptJournal kept = new JdbcKeptJournal(sql, CIPHER, OrderHeads.ALL);
        kept.heads(ABOUT.kind(), Months.ALL, "C2000", 200);
        kept.rows(ABOUT.kind(), Months.ALL, Place.behind("C2000"), Optional.of("C2100"), 1_000);
        kept.rows(ABOUT.kind(), Months.ALL, new Place("C999", 1, 202603), Optional.empty(), 1_000);
        kept.whole(ABOUT);
        new JdbcDiscrepancies(sql, CIPHER).of(MERCHANT, 100);
        new JdbcDiscrepancies(sql, CIPHER).unassigned(100);
        looksAtDiscrepancies(new JdbcDiscrepancies(sql, CIPHER));

        JdbcErrands errands = new JdbcErrands(sql, "1.0");
        errands.owed().waiting(Set.of(SHARD));
        List<Errand> due = errands.owed()
                .due(new Stretch(SHARD, MERCHANT.value()), new Position(Given.NOON, 5), LATER, 128)
                .entries();
        errands.owed().stumbled(due.getFirst().id());
        errands.owed().putOff(due.getFirst().id(), LATER);
        errands.owed().setAside(due.getFirst().id(), "for a test");
        errands.owed().recall(LATER);
        errands.owed().aside();
        errands.replace(due.getFirst());
        errands.drop(due.getFirst().about());

        JdbcOutbox outbox = new JdbcOutbox(sql, CIPHER, OrderHeads.ALL, "1.0");
        sql.change("make room", "delete from delivery where object_kind = 'CAPTURE' and object_id = ?", (Object)
                Sql.identifier("C77"));
        outbox.append(
                ABOUT,
                owed,
                Recipient.registered(MERCHANT, Dialect.ENVELOPED, Optional.empty()),
                Given.NOON.plusMillis(1));
        Delivery delivery = deliveries(outbox).getFirst();
        outbox.retry(delivery, 1, Given.NOON.plusMillis(2), new Signed("sign", "key"));
        outbox.park(delivery, 6, new Signed("sign", "key"));
        outbox.parked();
        outbox.body(delivery);
        outbox.done(delivery, LATER);

        JdbcSimulatedOrders simulated = new JdbcSimulatedOrders(sql, CIPHER, "1.0");
        simulated.add(SIMULATED);
        simulated.owed().waiting(Set.of(SHARD));
        simulated.told(simulated
                .owed()
                .due(new Stretch(SIMULATED.shard(), MERCHANT.value()), Position.START, LATER, 1)
                .entries()
                .getFirst()
                .order()
                .acknowledged(Optional.empty()));
        simulated.find(MERCHANT, "capture", SIMULATED.request());
        simulated.taken(MERCHANT, "capture", Given.NOON, Given.NOON.plusMillis(1), 100);
    }

    /** Before all the others, which have no body. */
    private static List<Delivery> deliveries(JdbcOutbox outbox) {
        outbox.owed().waiting(Set.of(SHARD));
        return outbox.owed()
                .due(new Stretch(SHARD, MERCHANT.value()), new Position(Given.NOON, 0), Given.NOON.plusMillis(1), 128)
                .entries();
    }

    @Nested
    class On_MariaDb implements Explained {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Explained {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
