package io.quittance.bootstrap.management;

import static io.quittance.bootstrap.management.KeyScene.BY;
import static io.quittance.bootstrap.management.KeyScene.GATEWAY;
import static io.quittance.bootstrap.management.KeyScene.said;
import static io.quittance.bootstrap.management.KeyScene.states;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Accounts;
import io.quittance.application.key.KeyUses;
import io.quittance.application.removal.OpenMatters.Open;
import io.quittance.application.removal.RemoveMerchant;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.Store;
import io.quittance.bootstrap.management.AppForm.Upstream;
import io.quittance.bootstrap.management.Keys.KeyCard;
import io.quittance.bootstrap.management.Keys.NewKey;
import io.quittance.bootstrap.management.Keys.Outcome;
import io.quittance.bootstrap.management.Keys.Whose;
import io.quittance.domain.account.Account;
import io.quittance.domain.key.KeyRing;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.http.guard.Guard;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.payermax.PayerMaxSettings;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The registered keys")
class RegisteredKeysTest {
    private static final KeyPair OLD = Rsa.newPair();
    private static final KeyPair YOUNG = Rsa.newPair();
    private static final KeyPair PAYERMAX = Rsa.newPair();
    private static final KeyPair OURS = Rsa.newPair();
    private static final Whose APP = new Whose(Keys.APP, Optional.of("A1"));

    @TempDir
    private static Path folder;

    private final KeyScene scene = new KeyScene(folder);
    private final HandClock clock = scene.clock;
    private final Store store = scene.store;
    private final KeyUses uses = scene.uses;
    private final Keys keys = scene.keys;
    private final Account account = registered();

    private Account registered() {
        Apps apps = new RegisteredApps(
                store.merchants(),
                store.accounts(),
                false,
                new NotifyUrls(Guard.OPERATORS),
                scene.newKeys,
                clock,
                scene.changes,
                new RemoveMerchant(store.merchants(), _ -> new Open(Map.of(), 0, 0, 0)),
                (_, _) -> false);
        apps.add(new AppForm(
                "A1",
                "M1",
                Pem.writePublic(OLD.getPublic()),
                "https://shop.example/n",
                "v2",
                Optional.of(new Upstream(
                        "P1", "P2", Pem.writePrivate(OURS.getPrivate()), Pem.writePublic(PAYERMAX.getPublic())))));
        MerchantId merchant =
                store.merchants().byApp(new AppId("A1")).orElseThrow().id();
        return store.accounts().byMerchant(merchant).getFirst();
    }

    private Whose there() {
        return new Whose(Keys.ACCOUNT, Optional.of(account.id().toString()));
    }

    private PayerMaxSettings settings() {
        Accounts.Settings kept = store.accounts().settings(account.id()).orElseThrow();
        return PayerMaxSettings.read(kept.body());
    }

    private static NewKey young(Optional<String> from) {
        return new NewKey(Optional.empty(), Pem.writePublic(YOUNG.getPublic()), from);
    }

    @Nested
    class Of_an_app {
        @Test
        void change_with_an_overlap() {
            Outcome added = keys.add(APP, young(Optional.of("24h")), BY);
            assertTrue(added.changed());
            assertEquals(List.of("counting", "waiting"), states(added));

            Outcome retired = keys.retire(APP, Rsa.keyId(OLD.getPublic()), "2d", BY);
            assertEquals(
                    Optional.of(Given.NOON.plus(Duration.ofDays(2)).toString()),
                    retired.keys().getFirst().until());

            clock.move(Duration.ofDays(1));
            assertEquals(
                    List.of("counting", "counting"),
                    keys.list(Optional.of(Keys.APP), Optional.of("A1")).stream()
                            .map(KeyCard::state)
                            .toList());
            clock.move(Duration.ofDays(1));
            assertEquals(
                    List.of("ended", "counting"),
                    keys.list(Optional.of(Keys.APP), Optional.of("A1")).stream()
                            .map(KeyCard::state)
                            .toList());
        }

        @Test
        void change_nothing_a_second_time() {
            keys.add(APP, young(Optional.empty()), BY);

            assertFalse(keys.add(APP, young(Optional.empty()), BY).changed());
            assertTrue(keys.revoke(APP, Rsa.keyId(OLD.getPublic()), BY).changed());
            Outcome again = keys.revoke(APP, KeyRing.shown(Rsa.keyId(OLD.getPublic())), BY);
            assertFalse(again.changed());
            assertEquals(List.of("revoked", "counting"), states(again));
        }

        @Test
        void are_kept_with_who_changed_them() {
            keys.add(APP, young(Optional.empty()), BY);

            AppCard.Change change = AppCard.Change.of(store.merchants()
                    .changes(
                            store.merchants()
                                    .byApp(new AppId("A1"))
                                    .orElseThrow()
                                    .id(),
                            1)
                    .getFirst());
            assertEquals(
                    new AppCard.Change(
                            Given.NOON.toString(),
                            "Ada",
                            "once a year",
                            "key " + KeyRing.shown(Rsa.keyId(YOUNG.getPublic())),
                            "none",
                            "counts"),
                    change);
        }

        @Test
        void stay_where_no_other_counts() {
            assertEquals(
                    "Nothing changed at the keys of app A1, as no other key would count then (expected: another one"
                            + " first, by 'quittance key add'). To refuse all that it asks for: 'quittance app disable"
                            + " --app-id A1'; then its last key can be revoked, too.",
                    said(() -> keys.revoke(APP, Rsa.keyId(OLD.getPublic()), BY)));
        }

        @Test
        void are_not_somebody_elses() {
            NewKey gateways = new NewKey(Optional.empty(), Pem.writePublic(GATEWAY.getPublic()), Optional.empty());

            assertEquals(
                    "The key holds no usable public key, as it is the gateway's own (expected: one that nobody else"
                            + " signs with).",
                    said(() -> keys.add(APP, gateways, BY)));
        }

        @Test
        void tell_when_they_were_last_used() {
            uses.used(Rsa.keyId(OLD.getPublic()));

            assertEquals(
                    Optional.of(Given.NOON.toString()),
                    keys.list(Optional.empty(), Optional.empty()).getFirst().lastUsed());
        }

        @Test
        void are_named_by_time_and_app() {
            assertEquals(
                    "The time from is soon (expected: as 2026-11-27T05:00:00Z, or a span from now on as 90s, 15m, 24h"
                            + " or 7d).",
                    said(() -> keys.add(APP, young(Optional.of("soon")), BY)));
            assertEquals(
                    "No app A2 is registered.",
                    said(() -> keys.revoke(new Whose(Keys.APP, Optional.of("A2")), "aaaaaaaa", BY)));
            assertEquals(
                    "The kind of key is shop (expected: app, account, gateway, body).",
                    said(() -> keys.list(Optional.of("shop"), Optional.empty())));
            assertEquals(
                    "Whose key? (expected: a name beside the kind app)",
                    said(() -> keys.list(Optional.of(Keys.APP), Optional.empty())));
        }
    }

    @Nested
    class Of_an_account {
        @Test
        void change_with_an_overlap_on_their_side() {
            Outcome added = keys.add(there(), young(Optional.empty()), BY);

            assertEquals(List.of("private-key counting", "public-key counting", "public-key counting"), states(added));
            assertEquals(
                    List.of(PAYERMAX.getPublic(), YOUNG.getPublic()), settings().verifyingAt(Given.NOON));

            Outcome revoked = keys.revoke(there(), Rsa.keyId(PAYERMAX.getPublic()), BY);

            assertEquals(List.of("private-key counting", "public-key revoked", "public-key counting"), states(revoked));
            assertEquals(List.of(YOUNG.getPublic()), settings().verifyingAt(Given.NOON.minusSeconds(60)));
            assertEquals(
                    List.of(Rsa.keyId(PAYERMAX.getPublic())),
                    settings().restingAt(Given.NOON).stream()
                            .map(one -> Rsa.keyId(one.key()))
                            .toList());
        }

        @Test
        void change_with_an_overlap_on_ours() {
            NewKey next =
                    new NewKey(Optional.of("private-key"), Pem.writePrivate(YOUNG.getPrivate()), Optional.empty());

            keys.add(there(), next, BY);
            assertEquals(
                    List.of(YOUNG.getPrivate(), OURS.getPrivate()), settings().signingAt(Given.NOON));
            assertFalse(keys.add(there(), next, BY).changed());

            keys.retire(there(), Rsa.keyId(OURS.getPublic()), "1h", BY);
            assertEquals(List.of(YOUNG.getPrivate()), settings().signingAt(Given.NOON.plus(Duration.ofHours(1))));
        }

        @Test
        void stay_where_no_other_counts() {
            assertEquals(
                    "Nothing changed at the keys of account " + account.id()
                            + ", as no other key would count then (expected: another one first, by 'quittance key"
                            + " add').",
                    said(() -> keys.revoke(there(), Rsa.keyId(OURS.getPublic()), BY)));
        }

        @Test
        void are_named() {
            assertEquals(
                    "Nothing changed at the keys of account " + account.id()
                            + ", as it has no key ffffffff (expected: a fingerprint, or its first 8 characters or"
                            + " more: "
                            + KeyRing.shown(Rsa.keyId(OURS.getPublic())) + ", "
                            + KeyRing.shown(Rsa.keyId(PAYERMAX.getPublic())) + ").",
                    said(() -> keys.revoke(there(), "ffffffff", BY)));
            NewKey secret = new NewKey(Optional.empty(), Pem.writePrivate(YOUNG.getPrivate()), Optional.empty());
            assertEquals(
                    "The account's key cannot be used: public-key: no usable public key, as there is a private key in"
                            + " it, which is to be kept secret (expected: the public one of that pair).",
                    said(() -> keys.add(there(), secret, BY)));
        }
    }
}
