package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.removal.OpenMatters.Open;
import io.quittance.application.removal.RemoveMerchant;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.store.Store;
import io.quittance.bootstrap.management.AppForm.Upstream;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.key.Term;
import io.quittance.http.guard.Guard;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.json.Json;
import io.quittance.http.payermax.PayerMaxAccountForm;
import io.quittance.http.signing.NewKeys;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import io.quittance.http.simulator.SimulatorAccountForm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The registered apps")
class RegisteredAppsTest {
    private static final KeyPair OWN = Rsa.newPair();
    private static final KeyPair PAYERMAX = Rsa.newPair();
    private static final KeyPair OTHER = Rsa.newPair();
    private static final KeyPair GATEWAY = Rsa.newPair();
    private static final KeyPair SIMULATOR = Rsa.newPair();
    private static final ByWhom BY = new ByWhom("Ada", "they asked");

    private final HandClock clock = new HandClock(Given.NOON);
    private final Store store = InMemoryStore.at(clock);
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
            new RemoveMerchant(store.merchants(), _ -> new Open(Map.of(), 0, 0, 0)),
            (_, _) -> false);

    private static AppForm form(String appId, String no, String url, String dialect) {
        return new AppForm(appId, no, Pem.writePublic(OWN.getPublic()), url, dialect, Optional.empty());
    }

    private static AppForm form(String appId) {
        return form(appId, "M1", "https://shop.example/n", "v2");
    }

    private String refused(AppForm form) {
        String message = assertThrows(Trouble.class, () -> apps.add(form)).getMessage();
        assertEquals(
                List.of(),
                apps.list().stream().filter(card -> !card.appId().equals("A1")).toList());
        return message;
    }

    @Nested
    class Once_one_is_added {
        private final AppCard added = apps.add(form("A1"));

        @Test
        void show_it() {
            AppCard expected = new AppCard(
                    "A1",
                    "M1",
                    true,
                    "https://shop.example/n",
                    "v2",
                    List.of(new AppCard.Key(Rsa.keyId(OWN.getPublic()), Term.ALWAYS.toString(), Optional.empty())),
                    "A1",
                    "M1",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());

            assertEquals(expected, added);
            assertEquals(expected, apps.show("A1"));
            assertEquals(List.of(expected), apps.list());
        }

        @Test
        void refuse_the_same_app_again() {
            assertEquals("The app A1 is registered already.", refused(form("A1")));
        }

        @Test
        void refuse_another_with_the_same_account_upstream() {
            Upstream same =
                    new Upstream("A1", "M1", Pem.writePrivate(OWN.getPrivate()), Pem.writePublic(PAYERMAX.getPublic()));
            AppForm other = new AppForm(
                    "A2", "M2", Pem.writePublic(OTHER.getPublic()), "https://x.example", "v2", Optional.of(same));

            assertEquals("The account upstream (A1, M1) belongs to another registered app.", refused(other));
        }
    }

    @Nested
    class Refuse_a_key_that_is {
        private String refused(String key) {
            return RegisteredAppsTest.this.refused(
                    new AppForm("A2", "M2", key, "https://x.example", "v2", Optional.empty()));
        }

        private static String elses(String whose) {
            return "The public-key holds no usable public key, as it is " + whose
                    + " (expected: one that nobody else signs with).";
        }

        @Test
        void the_gateways() {
            assertEquals(elses("the gateway's own"), refused(Pem.writePublic(GATEWAY.getPublic())));
        }

        @Test
        void the_simulators() {
            assertEquals(elses("the simulator's"), refused(Pem.oneLine(SIMULATOR.getPublic())));
        }

        @Test
        void another_apps_until_that_is_removed() {
            String key = Pem.oneLine(OWN.getPublic());
            apps.add(form("A1"));
            assertEquals(elses("a key of the registered app A1"), refused(key));

            apps.remove("A1", BY);

            assertEquals("A2", apps.add(form("A2")).appId());
        }

        @Test
        void another_apps_with_another_exponent() throws GeneralSecurityException {
            apps.add(form("A1"));
            BigInteger modulus = ((RSAPublicKey) OWN.getPublic()).getModulus();
            PublicKey twin = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_539)));

            assertEquals(elses("a key of the registered app A1"), refused(Pem.oneLine(twin)));
        }

        @Test
        void private_and_does_not_show_it() {
            assertEquals(
                    "The public-key holds no usable public key, as there is a private key in it, which is to be kept"
                            + " secret (expected: the public one of that pair).",
                    refused(Pem.writePrivate(OTHER.getPrivate())));
        }

        @Test
        void weak_upstream() throws GeneralSecurityException {
            PublicKey three = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(
                            ((RSAPublicKey) PAYERMAX.getPublic()).getModulus(), BigInteger.valueOf(3)));
            Upstream account = new Upstream("up", "P1", Pem.oneLine(OTHER.getPrivate()), Pem.oneLine(three));

            assertEquals(
                    "The upstream-public-key holds no usable public key, as its exponent is 3 (expected: 65537, or"
                            + " another prime up to 4294967296).",
                    RegisteredAppsTest.this.refused(new AppForm(
                            "A2",
                            "M2",
                            Pem.oneLine(OWN.getPublic()),
                            "https://x.example",
                            "v2",
                            Optional.of(account))));
        }
    }

    @Test
    void keep_an_account_with_payermax() {
        Upstream account =
                new Upstream("theirs", "P01", Pem.oneLine(OWN.getPrivate()), Pem.oneLine(PAYERMAX.getPublic()));
        AppForm form = new AppForm(
                "A1", "M1", Pem.oneLine(OWN.getPublic()), "https://shop.example/n", "legacy", Optional.of(account));

        AppCard card = apps.add(form);

        assertEquals("theirs", card.upstreamAppId());
        assertEquals("P01", card.upstreamMerchantNo());
        assertEquals(Optional.of(Rsa.keyId(PAYERMAX.getPublic())), card.upstreamKey());
        assertEquals("legacy", card.payoutDialect());
        assertFalse(account.toString().contains(Pem.oneLine(OWN.getPrivate()).substring(30, 50)));
    }

    @ParameterizedTest
    @CsvSource({
        "'',M1,https://a.example,v2,app-id",
        "' A',M1,https://a.example,v2,app-id",
        "A2,'',https://a.example,v2,merchant-no",
        "A2,M,shop.example,v2,notify-url",
        "A2,M,ftp://shop.example,v2,notify-url",
        "A2,M,https://user:word@shop.example,v2,notify-url",
        "A2,M,https:///x,v2,notify-url",
        "A2,M,https://a.example,v3,payout-dialect",
    })
    void say_which_field_cannot_be_used(String appId, String no, String url, String dialect, String field) {
        assertTrue(refused(form(appId, no, url, dialect)).contains(field));
    }

    @Test
    void refuse_a_key_that_is_none_without_showing_it() {
        String message = refused(new AppForm("A2", "M", "some secret", "https://a.example", "v2", Optional.empty()));

        assertTrue(message.startsWith("The public-key holds no usable public key (expected: an RSA key"), message);
        assertFalse(message.contains("secret"));
    }

    @Test
    void know_no_other() {
        assertEquals(
                "No app A9 is registered.",
                assertThrows(Trouble.class, () -> apps.show("A9")).getMessage());
        assertThrows(Trouble.class, () -> apps.change("A9", AppChange.enabled(false), BY));
        assertThrows(Trouble.class, () -> apps.remove("A9", BY));
    }

    @Test
    void travel_between_command_and_service_unchanged() {
        AppForm form = new AppForm(
                "ä/1", "M 1", "key\n", "https://a.example", "v2", Optional.of(new Upstream("u", "n", "p", "q")));
        AppCard card = apps.add(form("A1"));

        AppChange change = new AppChange(
                Optional.of("ä"), Optional.empty(), Optional.of("v2"), Optional.of(true), Map.of("a-b", "c"));
        Json.Obj wish = ManagementJson.object(AppsWire.write(change, BY).toArray());

        assertEquals(change, AppsWire.change(wish));
        assertEquals(BY, ByWhom.read(wish));
        assertEquals(
                form, AppsWire.form(ManagementJson.object(AppsWire.write(form).toArray())));
        assertEquals(card, AppsWire.card(AppsWire.write(card).toArray()));
        assertEquals(
                List.of(card, card),
                AppsWire.cards(AppsWire.write(List.of(card, card)).toArray()));
    }
}
