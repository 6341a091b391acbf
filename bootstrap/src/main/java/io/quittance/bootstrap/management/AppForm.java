package io.quittance.bootstrap.management;

import io.quittance.application.account.NewAccount;
import io.quittance.application.merchant.Registration;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.NotifyHosts;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.payermax.PayerMaxSettings;
import io.quittance.http.payermax.PayerMaxSettings.Timed;
import io.quittance.http.signing.NewKeys;
import io.quittance.http.signing.Rsa;
import io.quittance.http.simulator.SimulatorAccountForm;
import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a person fills in to register an app, as text.
 *
 * @param publicKey the key that the app signs with: PEM, or one line of base64
 * @param payoutDialect {@code v2} or {@code legacy}
 * @param upstream the app's account with PayerMax, if it has one
 * @param hosts where its requests may want to be told, beside its registered addresses
 */
public record AppForm(
        String appId,
        String merchantNo,
        String publicKey,
        String notifyUrl,
        String payoutDialect,
        Optional<Upstream> upstream,
        List<String> hosts) {

    /** An account with PayerMax. */
    public record Upstream(String appId, String merchantNo, String privateKey, String publicKey) {
        /** Never shows the keys. */
        @Override
        public String toString() {
            return "Upstream[" + appId + ", " + merchantNo + "]";
        }
    }

    public AppForm {
        Objects.requireNonNull(upstream, "upstream");
        hosts = List.copyOf(hosts);
    }

    /** Of an app whose requests may want to be told on the host of its registered address only. */
    public AppForm(
            String appId,
            String merchantNo,
            String publicKey,
            String notifyUrl,
            String payoutDialect,
            Optional<Upstream> upstream) {
        this(appId, merchantNo, publicKey, notifyUrl, payoutDialect, upstream, List.of());
    }

    /**
     * Checked field by field.
     *
     * @param simulated whether it has an account with the simulator as well
     * @param places where it may want to be told
     * @param keys which it may sign with, and be told by
     * @throws Trouble naming the first that is wrong and what was expected of it
     */
    Registration toRegistration(boolean simulated, NotifyUrls places, NewKeys keys) {
        AppId app = checked("app-id", appId, AppId::new);
        MerchantNo no = checked("merchant-no", merchantNo, MerchantNo::new);
        URI url = notifyUrl(notifyUrl, places);
        PayoutDialect dialect = payoutDialect(payoutDialect);
        PublicKey key = key("public-key", publicKey, keys::readPublic);
        MerchantKey signing = new MerchantKey(Rsa.keyId(key), key, Term.OPEN);
        Optional<PayerMaxSettings> payermax = upstream.map(account -> settings(account, key, keys));
        UpstreamName name = payermax.map(PayerMaxSettings::name).orElse(new UpstreamName(app, no));
        List<NewAccount> accounts = new ArrayList<>();
        payermax.map(AppForm::withPayerMax).ifPresent(accounts::add);
        if (simulated) {
            accounts.add(SimulatorAccountForm.account(name));
        }
        return new Registration(app, no, url, dialect, signing, accounts, hosts(hosts));
    }

    private static PayerMaxSettings settings(Upstream account, PublicKey app, NewKeys keys) {
        UpstreamName name = new UpstreamName(
                checked("upstream-app-id", account.appId(), AppId::new),
                checked("upstream-merchant-no", account.merchantNo(), MerchantNo::new));
        PrivateKey ours = key("upstream-private-key", account.privateKey(), keys::readOurs);
        Map<String, PublicKey> others = Map.of("the app's", app, "our own", Rsa.publicOf(ours));
        PublicKey theirs = key("upstream-public-key", account.publicKey(), text -> keys.readTheirs(text, others));
        return new PayerMaxSettings(
                name, List.of(new Timed<>(ours, Term.OPEN)), List.of(new Timed<>(theirs, Term.OPEN)));
    }

    private static NewAccount withPayerMax(PayerMaxSettings settings) {
        return new NewAccount(PayerMaxAccounts.PAYERMAX, settings.name().handles(), settings.write());
    }

    /** Shows none of it, as a password may stand in it. */
    static URI notifyUrl(String text, NotifyUrls places) {
        places.flaw(text).ifPresent(flaw -> {
            throw new Trouble("notify-url cannot be used: " + flaw + ".");
        });
        return URI.create(text);
    }

    static PayoutDialect payoutDialect(String text) {
        return switch (text) {
            case "v2" -> PayoutDialect.V2;
            case "legacy" -> PayoutDialect.LEGACY;
            default ->
                throw new Trouble("payout-dialect is '" + ProtocolText.excerpt(text) + "' (expected: v2 or legacy).");
        };
    }

    /** By name, or {@code *} alone for any. */
    static NotifyHosts hosts(List<String> names) {
        return checked("hosts", String.join(",", names), NotifyHosts::of);
    }

    static AppId appId(String text) {
        return checked("app-id", text, AppId::new);
    }

    static <T> T checked(String option, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Trouble("The " + option + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** What is no key is named as what it should be, without a word of what it is. */
    static <K> K key(String option, String text, Function<String, K> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Trouble("The " + option + " holds no usable " + e.getMessage() + ".", e);
        }
    }
}
