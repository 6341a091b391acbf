package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.registration.Deed;
import io.quittance.application.removal.OpenMatters.Open;
import io.quittance.application.removal.RemoveMerchant;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.store.Store;
import io.quittance.bootstrap.management.AppForm.Upstream;
import io.quittance.bootstrap.management.Apps.Changed;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.account.Account;
import io.quittance.domain.merchant.AppId;
import io.quittance.http.guard.Guard;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.payermax.PayerMaxAccountForm;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.signing.NewKeys;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import io.quittance.http.simulator.SimulatorAccountForm;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A registered app")
class ChangedAppsTest {
    private static final KeyPair OWN = Rsa.newPair();
    private static final KeyPair PAYERMAX = Rsa.newPair();
    private static final KeyPair OTHER = Rsa.newPair();
    private static final KeyPair GATEWAY = Rsa.newPair();
    private static final KeyPair SIMULATOR = Rsa.newPair();
    private static final ByWhom BY = new ByWhom("Ada", "they asked");

    private final HandClock clock = new HandClock(Given.NOON);
    private final Store store = InMemoryStore.at(clock);
    private final List<AppId> moved = new ArrayList<>();
    private Open open = new Open(Map.of(), 0, 0, 0);
    private final NewKeys keys = new NewKeys(new KnownKeys(
            () -> List.of(GATEWAY.getPublic()),
            () -> Optional.of(SIMULATOR.getPublic()),
            List::of,
            List::of,
            store.merchants()));
    private final Apps apps = new RegisteredApps(
            store.merchants(),
            store.accounts(),
            true,
            new NotifyUrls(Guard.OPERATORS),
            keys,
            clock,
            new AccountChanges(store.accounts(), List.of(new PayerMaxAccountForm(keys), new SimulatorAccountForm())),
            new RemoveMerchant(store.merchants(), _ -> open),
            this::moved);

    /** Nothing was parked. */
    private boolean moved(AppId app, Deed deed) {
        assertEquals(BY.deed(clock.instant()), deed);
        moved.add(app);
        return false;
    }

    private static String refused(Executable asked) {
        return assertThrows(Trouble.class, asked).getMessage();
    }

    private static AppForm form(String appId, Optional<Upstream> upstream) {
        return new AppForm(appId, "M1", Pem.writePublic(OWN.getPublic()), "https://shop.example/n", "v2", upstream);
    }

    @Nested
    class As_it_was_added {
        private final AppCard added = apps.add(form("A1", Optional.empty()));

        @Test
        void disable_and_enable_it() {
            assertFalse(apps.change("A1", AppChange.enabled(false), BY).app().enabled());
            assertTrue(apps.change("A1", AppChange.enabled(true), BY).app().enabled());
        }

        @Test
        void move_its_notifications() {
            AppChange elsewhere = AppChange.to("http://127.0.0.1:2/x");

            Changed changed = apps.change("A1", elsewhere, BY);

            assertTrue(changed.changed());
            assertEquals("http://127.0.0.1:2/x", changed.app().notifyUrl());
            assertThrows(Trouble.class, () -> apps.change("A1", AppChange.to("nowhere"), BY));
            assertEquals("http://127.0.0.1:2/x", apps.show("A1").notifyUrl());
            assertEquals(1, moved.size(), "whoever holds it is told so once");
            assertFalse(apps.change("A1", elsewhere, BY).changed());
            assertEquals(2, moved.size(), "what is parked may go now");
        }

        @Test
        void keep_who_changed_it_and_say_so() {
            AppChange change = new AppChange(
                    Optional.of("M9"), Optional.empty(), Optional.of("legacy"), Optional.empty(), Map.of());

            AppCard changed = apps.change("A1", change, BY).app();

            assertEquals("M9", changed.merchantNo());
            assertEquals("legacy", changed.payoutDialect());
            String noon = Given.NOON.toString();
            assertEquals(
                    List.of(
                            new AppCard.Change(noon, "Ada", "they asked", "payout-dialect", "v2", "legacy"),
                            new AppCard.Change(noon, "Ada", "they asked", "merchant-no", "M1", "M9")),
                    changed.changes());
            assertFalse(apps.change("A1", change, BY).changed());
            assertEquals(changed, apps.show("A1"));
            assertEquals(changed, AppsWire.card(AppsWire.write(changed).toArray()));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                nullValues = "-",
                value = {
                    "''|-|-|The merchant-no cannot be used: merchantNo: '' (expected: 1 to 32 characters).",
                    "-|ftp://x|-|notify-url cannot be used: it begins with neither http:// nor https:// (expected: an"
                            + " address that begins with http:// or https://).",
                    "-|-|v3|payout-dialect is 'v3' (expected: v2 or legacy).",
                    "M2|-|v3|payout-dialect is 'v3' (expected: v2 or legacy).",
                })
        void change_nothing_if_a_field_cannot_be_used(String no, String url, String dialect, String sentence) {
            AppCard before = apps.show("A1");
            AppChange change = new AppChange(
                    Optional.ofNullable(no),
                    Optional.ofNullable(url),
                    Optional.ofNullable(dialect),
                    Optional.empty(),
                    Map.of());

            assertEquals(sentence, refused(() -> apps.change("A1", change, BY)));

            assertEquals(before, apps.show("A1"));
        }

        @Test
        void change_nothing_without_a_reason_or_a_name() {
            assertEquals(
                    "What is wrong is the reason: '' (expected: 1 to 300 characters).",
                    refused(() -> apps.change("A1", AppChange.enabled(false), new ByWhom("Ada", " "))));
            assertTrue(refused(() -> apps.remove("A1", new ByWhom("x".repeat(65), "why")))
                    .startsWith("What is wrong is the person: "));
            assertTrue(apps.show("A1").enabled());
        }

        @Test
        void change_no_account_upstream_that_it_does_not_have() {
            AppChange change = new AppChange(
                    Optional.of("M2"), Optional.empty(), Optional.empty(), Optional.empty(), Map.of("app-id", "up"));

            assertEquals(
                    "The app A1 has 0 accounts with payermax (expected: one; open it with 'quittance account add').",
                    refused(() -> apps.change("A1", change, BY)));
            assertEquals("M1", apps.show("A1").merchantNo());
        }

        @Test
        void remove_it_and_take_it_again() {
            Changed removed = apps.remove("A1", BY);

            assertTrue(removed.changed());
            assertEquals(Optional.of(Given.NOON.toString()), removed.app().removedAt());
            assertEquals(
                    List.of(new AppCard.Change(
                            Given.NOON.toString(), "Ada", "they asked", "registration", "registered", "removed")),
                    removed.app().changes());
            assertEquals(new Changed(false, removed.app()), apps.remove("A1", BY), "again");
            assertEquals(removed.app(), apps.show("A1"));
            assertEquals(
                    "The app A1 was removed at " + Given.NOON
                            + " (expected: one that is registered; 'quittance app add'"
                            + " registers it anew, with its keys and request ids of its own).",
                    refused(() -> apps.change("A1", AppChange.enabled(true), BY)));
            assertEquals(List.of(), apps.list());

            assertEquals(added, apps.add(form("A1", Optional.empty())));
            assertEquals(added, apps.show("A1"));
        }

        @Test
        void say_what_is_open_instead_of_removing_it() {
            open = new Open(Map.of(Kind.CAPTURE, 2L, Kind.PAYMENT_LINK, 1L, Kind.PAYOUT, 0L), 1, 3, 1);

            assertEquals(
                    "Nothing changed, as the app A1 still has 2 captures that have not ended, 1 payment link that has"
                            + " not ended, 1 delivery that is owed, 3 errands to upstream, 1 open discrepancy"
                            + " (expected: nothing open and nothing owed).",
                    refused(() -> apps.remove("A1", BY)));
            assertEquals(added, apps.show("A1"));
        }
    }

    @Nested
    class With_an_account_with_payermax {
        private final AppCard added = apps.add(new AppForm(
                "A1",
                "M1",
                Pem.oneLine(OWN.getPublic()),
                "https://shop.example/n",
                "v2",
                Optional.of(
                        new Upstream("up", "P01", Pem.oneLine(OWN.getPrivate()), Pem.oneLine(PAYERMAX.getPublic())))));

        private Changed change(Map<String, String> upstream) {
            return apps.change(
                    "A1",
                    new AppChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), upstream),
                    BY);
        }

        @Test
        void change_what_is_given_of_it_and_leave_the_rest() {
            Changed changed = change(Map.of("merchant-no", "P02", "public-key", Pem.writePublic(OTHER.getPublic())));

            assertTrue(changed.changed());
            assertEquals("up", changed.app().upstreamAppId());
            assertEquals("P02", changed.app().upstreamMerchantNo());
            assertEquals(
                    Optional.of(Rsa.keyId(OTHER.getPublic())), changed.app().upstreamKey());
            Account account = store.accounts().all().getFirst();
            assertEquals(
                    List.of(
                            "account " + account.id() + " public-key " + Rsa.keyId(PAYERMAX.getPublic()) + " "
                                    + Rsa.keyId(OTHER.getPublic()),
                            "account " + account.id() + " merchant-no P01 P02"),
                    changed.app().changes().stream()
                            .map(one -> one.field() + " " + one.was() + " " + one.became())
                            .toList());
            assertEquals(
                    List.of(OWN.getPrivate()),
                    new PayerMaxAccounts(store.accounts()).of(account).signingAt(Given.NOON));
        }

        @Test
        void change_nothing_where_it_is_so_already() {
            Map<String, String> same = Map.of(
                    "app-id",
                    "up",
                    "merchant-no",
                    "P01",
                    "private-key",
                    Pem.writePrivate(OWN.getPrivate()),
                    "public-key",
                    Pem.writePublic(PAYERMAX.getPublic()));

            assertEquals(new Changed(false, added), change(same));
            assertEquals(1, store.accounts().all().getFirst().version());
        }

        @Test
        void believe_no_key_upstream_that_somebody_else_signs_with() {
            assertEquals(
                    "The account cannot be used: public-key: no usable public key, as it is a key of the registered"
                            + " app A1 (expected: one that nobody else signs with).",
                    refused(() -> change(Map.of("public-key", Pem.writePublic(OWN.getPublic())))));
            assertEquals(
                    "The account cannot be used: public-key: no usable public key, as it is the gateway's own"
                            + " (expected: one that nobody else signs with).",
                    refused(() -> change(Map.of("public-key", Pem.oneLine(GATEWAY.getPublic())))));
            assertEquals(added, apps.show("A1"));
        }

        @Test
        void refuse_a_key_that_is_none_without_showing_it() {
            String message = refused(() -> change(Map.of("merchant-no", "P02", "private-key", "some secret")));

            assertTrue(
                    message.startsWith("The account cannot be used: private-key: no usable private key (expected:"),
                    message);
            assertFalse(message.contains("secret"));
            assertEquals(added, apps.show("A1"));
        }
    }
}
