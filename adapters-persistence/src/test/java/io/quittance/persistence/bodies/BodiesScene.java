package io.quittance.persistence.bodies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.NewAccount;
import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.key.GatewayKeys;
import io.quittance.application.key.StoredBodies;
import io.quittance.application.key.StoredBodies.Step;
import io.quittance.application.merchant.EndpointTerms;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.store.Given;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.StoredBodyTables;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import io.quittance.persistence.encryption.BodySecret;
import io.quittance.persistence.instance.JdbcGatewayKeys;
import io.quittance.persistence.journal.JournalRow;
import io.quittance.persistence.store.JdbcStore;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A database of its own with a body in each table, and keys that are changed. */
final class BodiesScene implements AutoCloseable {
    private static final Bytes PLANTED = Bytes.utf8("{\"holder\":\"Grace Hopper\"}");
    private static final Bytes SETTINGS = Bytes.utf8("settings");

    /** Rows of one statement that fills. */
    static final int AT_ONCE = 500;

    private static final byte[] BODY = "x".repeat(700).getBytes(StandardCharsets.UTF_8);

    private final BodyCipher cipher = BodyCipher.of(key(1), new SecureRandom());
    private final JdbcStore store;
    private final JdbcStoredBodies bodies;
    private final GatewayKeys gatewayKeys;
    private int keys = 1;

    record Kept(
            ObjectRef about,
            Account account,
            Payout payout,
            PaymentLink link,
            SimulatedOrder simulated,
            GatewayKeys.Kept gatewayKey) {}

    record Turn(int steps, int done, int missed, List<String> aside) {}

    BodiesScene(DatabaseSettings settings) {
        store = JdbcStore.open(settings, cipher);
        bodies = new JdbcStoredBodies(store.database(), cipher, StoredBodyTables.ALL);
        gatewayKeys = new JdbcGatewayKeys(store.database().sql(), cipher);
    }

    private static byte[] key(int filling) {
        byte[] key = new byte[BodyCipher.KEY_BYTES];
        Arrays.fill(key, (byte) filling);
        return key;
    }

    JdbcStore store() {
        return store;
    }

    JdbcStoredBodies bodies() {
        return bodies;
    }

    BodyCipher cipher() {
        return cipher;
    }

    /** Another key encrypts. */
    void change() {
        keys++;
        BodySecret young = BodySecret.of(key(keys));
        cipher.hold(Stream.concat(cipher.keys().stream(), Stream.of(young)).toList(), young.id());
    }

    /** That key is held no more. */
    void forget(String id) {
        cipher.hold(cipher.keys().stream().filter(one -> !one.id().equals(id)).toList(), cipher.keyId());
    }

    Turn turn(String key, int limit) {
        return turn(bodies, key, limit);
    }

    Turn turn(StoredBodies bodies, String key, int limit) {
        Optional<String> place = Optional.of("");
        int steps = 0;
        int done = 0;
        int missed = 0;
        List<String> aside = new ArrayList<>();
        while (place.isPresent()) {
            String at = place.get();
            Step step = store.answer(() -> bodies.step(key, at, limit));
            steps++;
            done += step.done();
            missed += step.missed();
            aside.addAll(step.aside());
            place = step.next();
        }
        return new Turn(steps, done, missed, aside);
    }

    void sql(String statement, Object... values) {
        store.database().sql().change("prepare bodies", statement, values);
    }

    void append(ObjectRef about, String body) {
        store.perform(() ->
                store.journal().append(about, List.of(Given.note("kept").with(Bytes.utf8(body)))));
    }

    /** So many bodies of 700 bytes in the journal, a multiple of {@link #AT_ONCE}: in orders of ten over twelve months. */
    void fill(int rows) {
        for (int from = 0; from < rows; from += AT_ONCE) {
            fillFrom(from);
        }
    }

    private void fillFrom(int from) {
        List<Object> rows = new ArrayList<>();
        for (int i = from; i < from + AT_ONCE; i++) {
            ObjectRef about = new ObjectRef(Kind.CAPTURE, "C%09d".formatted(i / 10));
            Sealed sealed = cipher.seal(JournalRow.place(about, i % 10), BODY);
            Collections.addAll(
                    rows,
                    Sql.identifier(about.id()),
                    202601 + i / 10 % 12,
                    i % 10,
                    Given.NOON,
                    sealed.content(),
                    sealed.keyId());
        }
        sql(
                "insert into journal (object_kind, object_id, object_month, seq, kind, happened_at, note, body,"
                        + " body_key) values "
                        + String.join(", ", Collections.nCopies(AT_ONCE, "('CAPTURE', ?, ?, ?, 'NOTE', ?, 'n', ?, ?)")),
                rows.toArray());
    }

    /** The same rows from that number on, without a body: they are looked at and left. */
    void fillBare(int from, int to) {
        for (int first = from; first < to; first += AT_ONCE) {
            String rows = IntStream.range(first, first + AT_ONCE)
                    .mapToObj(i -> "('CAPTURE', 'C%09d', %d, %d, 'NOTE', '2026-03-01 12:00:00', 'n')"
                            .formatted(i / 10, 202601 + i / 10 % 12, i % 10))
                    .collect(Collectors.joining(", "));
            sql("insert into journal (object_kind, object_id, object_month, seq, kind, happened_at, note) values "
                    + rows);
        }
    }

    Kept plant() {
        Merchant merchant = Given.merchant(store);
        Account account = Given.opened(
                store.accounts(), merchant.id(), new NewAccount(new AcquirerName("some"), List.of(), SETTINGS));
        Capture capture = GivenOperations.kept(store, GivenOperations.capture(merchant.id()));
        ObjectRef about = ObjectRef.of(capture.id());
        append(about, "{\"holder\":\"Grace Hopper\"}");
        store.perform(() -> store.discrepancies()
                .open(new Discrepancy(
                        merchant.id(), Optional.of(about), Given.message(Given.unique("m")), "planted", Given.NOON)));
        Payout payout = GivenPayouts.kept(
                store,
                GivenPayouts.told(GivenPayouts.payout(merchant.id()), new Payout.State.Pending(Optional.empty())));
        PaymentLink link = Given.kept(
                store,
                Given.link(merchant.id())
                        .apply(new PaymentLink.Report.Transacted(
                                PaymentLink.Terms.UNSAID,
                                new LinkTransaction(
                                        new TransactionNo(Given.unique("T")),
                                        LinkTransaction.Status.SUCCESS,
                                        Optional.empty(),
                                        Optional.of(PLANTED))))
                        .after());
        SimulatedOrder simulated = new SimulatedOrder(
                Given.unique("S"),
                merchant.id(),
                Given.account(merchant.id()),
                "capture",
                Given.unique("R"),
                PLANTED,
                Given.NOON,
                SimulatedOrder.Verdict.SUCCESS,
                Optional.empty(),
                Given.NOON,
                Optional.empty(),
                0,
                0);
        store.perform(() -> store.simulatedOrders().add(simulated));
        GatewayKeys.Kept gatewayKey = new GatewayKeys.Kept(
                Given.unique("key-"), Bytes.utf8("open"), Optional.of(PLANTED), Term.OPEN, Given.DEED);
        store.perform(() -> gatewayKeys.keep(gatewayKey));
        for (EndpointId endpoint : endpoints(merchant.id())) {
            assertTrue(store.endpointTerms()
                    .change(merchant.id(), endpoint, EndpointTerms.NONE, PLANTED, List.of(), Given.DEED));
        }
        return new Kept(about, account, payout, link, simulated, gatewayKey);
    }

    /** The registered one and a further one. */
    private static List<EndpointId> endpoints(MerchantId merchant) {
        return List.of(EndpointId.registered(merchant), EndpointId.further(merchant.value()));
    }

    void assertReads(Kept kept) {
        for (EndpointId endpoint : endpoints(kept.payout().merchant())) {
            assertEquals(
                    Optional.of(new EndpointTerms.Kept(1, PLANTED)),
                    store.endpointTerms().of(endpoint));
        }
        assertEquals(
                Optional.of(PLANTED),
                store.journal().story(kept.about()).getFirst().entry().body());
        assertEquals(
                Optional.of(new Accounts.Settings(1, SETTINGS)),
                store.accounts().settings(kept.account().id()));
        assertEquals(
                Optional.of(kept.payout()), store.payouts().find(kept.payout().id()));
        assertEquals(
                Optional.of(kept.link()), store.paymentLinks().find(kept.link().id()));
        assertEquals(
                Optional.of(kept.simulated()),
                store.simulatedOrders()
                        .find(
                                kept.simulated().merchant(),
                                kept.simulated().operation(),
                                kept.simulated().request()));
        assertEquals(
                List.of(kept.gatewayKey()),
                gatewayKeys.all().stream()
                        .filter(one -> one.id().equals(kept.gatewayKey().id()))
                        .toList());
    }

    @Override
    public void close() {
        store.close();
    }
}
