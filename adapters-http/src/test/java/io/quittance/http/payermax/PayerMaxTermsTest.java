package io.quittance.http.payermax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.registration.FieldChange;
import io.quittance.application.store.Given;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.key.KeyRing.Wish;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.acquirer.AccountForm.Renewed;
import io.quittance.http.acquirer.AccountKey;
import io.quittance.http.guard.Guard;
import io.quittance.http.outbound.Independent;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.MadeUpNames;
import io.quittance.http.outbound.Posted;
import io.quittance.http.payermax.PayerMaxCall.Dispatched;
import io.quittance.http.payermax.PayerMaxSettings.Timed;
import io.quittance.http.signing.KeyOwners;
import io.quittance.http.signing.NewKeys;
import io.quittance.http.signing.Pem;
import io.quittance.http.terms.AskingSockets;
import io.quittance.http.terms.TestCa;
import io.quittance.http.terms.TlsTerms;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The terms of TLS of an account with PayerMax")
@Timeout(60)
class PayerMaxTermsTest {
    private static final TestCa CA = new TestCa("CN=Inner CA");
    private static final TestCa.Pair OURS = CA.client("quittance", "EC");
    private static final KeyPair KEYS = Given.keys();
    private static final Instant NOW = Instant.now();
    private static final UpstreamName NAME = new UpstreamName(new AppId("up-app"), new MerchantNo("UP1"));
    private static final Account ACCOUNT =
            new Account(new AccountId(1), new MerchantId(1), PayerMaxAccounts.PAYERMAX, NAME.handles(), 1);
    private static final PayerMaxSettings USUAL = new PayerMaxSettings(
            NAME,
            List.of(new Timed<>(KEYS.getPrivate(), Term.OPEN)),
            List.of(new Timed<>(KEYS.getPublic(), Term.OPEN)));
    private static final Map<String, String> OWN =
            Map.of("tls-ca", CA.pem(), "tls-certificate", OURS.certificatePem(), "tls-key", OURS.keyPem());

    private final PayerMaxAccountForm form = new PayerMaxAccountForm(new NewKeys(KeyOwners.NONE));

    private Renewed changed(Bytes kept, Map<String, String> settings) {
        return form.change(ACCOUNT, kept, settings, NOW);
    }

    private PayerMaxSettings own() {
        return PayerMaxSettings.read(changed(USUAL.write(), OWN).next().settings());
    }

    @Test
    void are_changed_by_themselves_and_taken_away_by_empty_texts() {
        Renewed renewed = changed(USUAL.write(), OWN);
        PayerMaxSettings own = PayerMaxSettings.read(renewed.next().settings());

        assertEquals(
                List.of("tls-ca", "tls-certificate"),
                renewed.fields().stream().map(FieldChange::field).toList());
        assertEquals(List.of(CA.certificate()), own.terms().authorities());
        assertEquals(OURS.key(), own.terms().shown().orElseThrow().key());
        assertEquals(List.of(USUAL.ours(), USUAL.theirs()), List.of(own.ours(), own.theirs()));
        assertEquals(List.of(), changed(own.write(), OWN).fields(), "they are so already");
        assertEquals(
                USUAL,
                PayerMaxSettings.read(changed(own.write(), Map.of("tls-ca", "", "tls-certificate", "", "tls-key", ""))
                        .next()
                        .settings()));
    }

    @Test
    void stay_when_a_key_changes() {
        KeyPair next = Independent.keys();
        var outcome = assertInstanceOf(
                AccountKey.Outcome.Moved.class,
                form.change(
                        ACCOUNT,
                        own().write(),
                        new AccountKey.Change.Add("public-key", Pem.oneLine(next.getPublic()), Optional.empty()),
                        NOW));

        assertEquals(
                own().terms(),
                PayerMaxSettings.read(outcome.renewed().next().settings()).terms());
        assertInstanceOf(
                AccountKey.Outcome.Refused.class,
                form.change(ACCOUNT, own().write(), new AccountKey.Change.Of(new Wish.Revoke("none")), NOW));
    }

    @Test
    void are_refused_with_the_reason() {
        String refused = assertThrows(
                        IllegalArgumentException.class,
                        () -> changed(USUAL.write(), Map.of("tls-certificate", OURS.certificatePem())))
                .getMessage();

        assertTrue(refused.startsWith("client certificate: its key is missing"), refused);
    }

    @Test
    void are_those_that_it_is_asked_on() throws IOException {
        var sockets = new AskingSockets(CA.server("pay.example").serving(CA.certificate()));
        try (var server = LoopbackServer.on(sockets, talk -> {
                    talk.request();
                    talk.write(LoopbackServer.ok("{}"));
                });
                var post = new JsonPost(LoopbackServer.PATIENT, "9.9", Guard.OPERATORS, MadeUpNames.loopback())) {
            FarAddress address = new FarAddress(URI.create("https://pay.example:" + server.port() + "/gateway"));

            assertInstanceOf(Posted.Answered.class, asked(address, post, own()));
            assertInstanceOf(Posted.NotConnected.class, asked(address, post, USUAL));
            assertEquals(TlsTerms.USUAL, USUAL.terms());
        }
    }

    private static Posted asked(FarAddress address, JsonPost post, PayerMaxSettings settings) {
        PayerMaxCall call = new PayerMaxCall(address, post, _ -> settings, InstantSource.system());
        return assertInstanceOf(
                        Dispatched.Sent.class, call.dispatch(ACCOUNT, "capture", "1.4", o -> o.text("data", "x")))
                .posted();
    }
}
