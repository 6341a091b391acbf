package io.quittance.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.NewAccount;
import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.EndpointTerms;
import io.quittance.application.merchant.Registration;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.store.Given;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyUnreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is stored and personal")
class AtRestTest {
    private static final String PLANTED = "{\"cardHolder\":\"Grace Planted Hopper\"}";

    /** Of an endpoint, with a private key among them. */
    private static final Bytes TERMS = Bytes.utf8("{\"key\":\"planted private key of our certificate\"}");

    @Test
    void is_not_found_in_any_cell_of_a_server() {
        try (JdbcStore store = JdbcStore.open(TestDatabases.mariaDb())) {
            plant(store);

            for (String table : List.of("journal", "discrepancy")) {
                List<byte[]> bodies = store.database()
                        .sql()
                        .list(
                                "read bodies",
                                "select body from " + table + " where body is not null",
                                cells -> cells.maybeBytes("body").orElseThrow());
                assertEquals(1, bodies.size());
                assertFalse(holds(bodies.getFirst(), PLANTED.getBytes(StandardCharsets.UTF_8)));
            }
            byte[] key = store.database()
                    .sql()
                    .first(
                            "read a key",
                            "select settings_body as body from account",
                            cells -> cells.maybeBytes("body").orElseThrow())
                    .orElseThrow();
            assertFalse(holds(key, Given.keys().getPrivate().getEncoded()));
            byte[] terms = store.database()
                    .sql()
                    .first(
                            "read terms",
                            "select terms_body from endpoint_terms",
                            cells -> cells.maybeBytes("terms_body").orElseThrow())
                    .orElseThrow();
            assertFalse(holds(terms, TERMS.toArray()));
        }
    }

    @Test
    void is_not_found_in_the_files_of_the_embedded_database_and_is_read_back(@TempDir Path folder) throws IOException {
        DatabaseSettings place = TestDatabases.h2File(folder);
        Capture capture;
        try (JdbcStore store = JdbcStore.open(place)) {
            capture = plant(store);
        }

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertFalse(all.isEmpty());
            for (Path file : all) {
                byte[] content = Files.readAllBytes(file);
                assertFalse(holds(content, "Grace Planted Hopper".getBytes(StandardCharsets.UTF_8)), file.toString());
                assertFalse(holds(content, privatePart()), file.toString());
                assertFalse(holds(content, TERMS.toArray()), file.toString());
            }
        }
        try (JdbcStore store = JdbcStore.open(place)) {
            assertEquals(
                    Optional.of(Bytes.utf8(PLANTED)),
                    store.journal()
                            .story(ObjectRef.of(capture.id()))
                            .getFirst()
                            .entry()
                            .body());
            Account account = store.accounts().byMerchant(capture.merchant()).getFirst();
            assertEquals(
                    Optional.of(new Accounts.Settings(1, settings())),
                    store.accounts().settings(account.id()));
            assertEquals(
                    Optional.of(new EndpointTerms.Kept(1, TERMS)),
                    store.endpointTerms().of(EndpointId.registered(capture.merchant())));
        }
    }

    @Test
    void of_a_link_and_its_payments_is_not_found_in_the_files_of_the_embedded_database(@TempDir Path folder)
            throws IOException {
        DatabaseSettings place = TestDatabases.h2File(folder);
        Bytes planted = Bytes.utf8(PLANTED);
        PaymentLink paid;
        try (JdbcStore store = JdbcStore.open(place)) {
            PaymentLink link = Given.link(Given.merchant(store).id());
            Offer some = link.offer();
            Offer offer = new Offer(some.amount(), some.country(), some.notifyUrl(), some.digest(), planted);
            paid = Given.kept(
                    store,
                    link.renewed(offer, Given.NOON, Duration.ofHours(1), Given.NOON)
                            .apply(new PaymentLink.Report.Transacted(
                                    PaymentLink.Terms.UNSAID,
                                    new LinkTransaction(
                                            new TransactionNo("T1"),
                                            LinkTransaction.Status.SUCCESS,
                                            Optional.empty(),
                                            Optional.of(planted))))
                            .after());
        }

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] content = Files.readAllBytes(file);
                assertFalse(holds(content, "Grace Planted Hopper".getBytes(StandardCharsets.UTF_8)), file.toString());
            }
        }
        try (JdbcStore store = JdbcStore.open(place)) {
            assertEquals(Optional.of(paid), store.paymentLinks().find(paid.id()));
        }
    }

    @Test
    void is_refused_in_one_sentence_to_an_instance_with_another_key() {
        DatabaseSettings place = TestDatabases.h2InMemory();
        byte[] other = new byte[BodyCipher.KEY_BYTES];
        Arrays.fill(other, (byte) 7);
        try (JdbcStore store = JdbcStore.open(place);
                JdbcStore stranger = JdbcStore.open(place, BodyCipher.of(other, new SecureRandom()))) {
            Capture capture = plant(store);

            Journal.Row row =
                    stranger.journal().story(ObjectRef.of(capture.id())).getFirst();

            assertEquals(Optional.empty(), row.entry().body());
            String why = row.unreadable().orElseThrow();
            assertTrue(
                    why.startsWith("journal entry 1 of CAPTURE " + capture.id() + " was encrypted with the body key "),
                    why);
        }
    }

    @Test
    void does_not_decrypt_in_another_row() {
        try (JdbcStore store = JdbcStore.open(TestDatabases.h2InMemory())) {
            Capture one = plant(store);
            Capture other = GivenOperations.kept(store, GivenOperations.capture(one.merchant()));
            store.database().sql().change("move a body", "update journal set object_id = ?", (Object)
                    other.id().value().getBytes(StandardCharsets.UTF_8));

            assertEquals(
                    List.of(Optional.empty()),
                    store.journal().story(ObjectRef.of(other.id())).stream()
                            .filter(row -> row.unreadable().isPresent())
                            .map(row -> row.entry().body())
                            .toList());
        }
    }

    @Test
    void is_not_found_of_a_payout_either(@TempDir Path folder) throws IOException {
        DatabaseSettings place = TestDatabases.h2File(folder);
        Payout kept;
        try (JdbcStore store = JdbcStore.open(place)) {
            Payout payout = GivenPayouts.payout(Given.merchant(store).id());
            kept = GivenPayouts.kept(store, GivenPayouts.told(payout, new Payout.State.Pending(Optional.empty())));
            store.perform(() ->
                    store.payouts().replace(store.payouts().lock(payout.id()).orElseThrow()));
        }

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] content = Files.readAllBytes(file);
                for (String personal : List.of("REDEEM-4711", "payee@example.com", "08123456789", "my reference")) {
                    assertFalse(holds(content, personal.getBytes(StandardCharsets.UTF_8)), personal + " in " + file);
                }
            }
        }
        try (JdbcStore store = JdbcStore.open(place)) {
            assertEquals(Optional.of(kept), store.payouts().find(kept.id()));
        }
    }

    @Test
    void of_an_endpoint_does_not_decrypt_in_another_row() {
        try (JdbcStore store = JdbcStore.open(TestDatabases.h2InMemory())) {
            Capture capture = plant(store);
            EndpointId other = EndpointId.further(capture.merchant().value());
            assertTrue(store.endpointTerms()
                    .change(capture.merchant(), other, EndpointTerms.NONE, Bytes.utf8("{}"), List.of(), Given.DEED));
            store.database()
                    .sql()
                    .change(
                            "move terms",
                            "update endpoint_terms set terms_body = (select terms_body from endpoint_terms where"
                                    + " endpoint = ?) where endpoint = ?",
                            capture.merchant().value(),
                            other.value());

            assertThrows(BodyUnreadable.class, () -> store.endpointTerms().of(other));
        }
    }

    /** An account's settings with a private key among them. */
    private static Bytes settings() {
        return Bytes.of(Given.keys().getPrivate().getEncoded());
    }

    /** A body in the journal, the same as a discrepancy, an account's private key, and an endpoint's. */
    private static Capture plant(JdbcStore store) {
        Registration some = Given.registration();
        var merchant = Given.registered(
                store.merchants(),
                new Registration(
                        some.app(),
                        some.no(),
                        some.notifyUrl(),
                        some.payoutDialect(),
                        some.key(),
                        List.of(new NewAccount(new AcquirerName("some"), List.of(), settings()))));
        assertTrue(store.endpointTerms()
                .change(
                        merchant.id(),
                        EndpointId.registered(merchant.id()),
                        EndpointTerms.NONE,
                        TERMS,
                        List.of(),
                        Given.DEED));
        Capture capture = GivenOperations.kept(store, GivenOperations.capture(merchant.id()));
        ObjectRef about = ObjectRef.of(capture.id());
        store.perform(() -> {
            store.journal().append(about, List.of(Given.note("kept").with(Bytes.utf8(PLANTED))));
            store.discrepancies()
                    .open(new Discrepancy(
                            merchant.id(), Optional.of(about), Given.message(PLANTED), "planted", Given.NOON));
        });
        return capture;
    }

    private static byte[] privatePart() {
        byte[] encoded = Given.keys().getPrivate().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 64, encoded.length);
    }

    private static boolean holds(byte[] content, byte[] part) {
        String all = new String(content, StandardCharsets.ISO_8859_1);
        return all.contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
