package io.quittance.http.payermax;

import io.quittance.application.account.NewAccount;
import io.quittance.application.registration.FieldChange;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.key.KeyRing;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.Flaw;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.acquirer.AccountForm;
import io.quittance.http.acquirer.AccountKey;
import io.quittance.http.payermax.PayerMaxSettings.Timed;
import io.quittance.http.signing.HeldKey;
import io.quittance.http.signing.NewKeys;
import io.quittance.http.signing.Rsa;
import io.quittance.http.terms.TermsWish;
import io.quittance.http.terms.TlsTerms;
import jakarta.inject.Singleton;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An account with PayerMax: who we are there, what we sign with, what PayerMax signs with for us. */
@Singleton
public final class PayerMaxAccountForm implements AccountForm {
    private static final String APP = "app-id";
    private static final String NO = "merchant-no";
    private static final String OURS = PayerMaxKeyChange.OURS;
    private static final String THEIRS = PayerMaxKeyChange.THEIRS;

    private static final String CA = "tls-ca";
    private static final String CERTIFICATE = "tls-certificate";
    private static final String KEY = "tls-key";

    private final NewKeys keys;

    public PayerMaxAccountForm(NewKeys keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    @Override
    public AcquirerName acquirer() {
        return PayerMaxAccounts.PAYERMAX;
    }

    @Override
    public List<String> needed() {
        return List.of(APP, NO, OURS, THEIRS);
    }

    /** Empty texts stand for none of its own. */
    @Override
    public List<String> optional() {
        return List.of(CA, CERTIFICATE, KEY);
    }

    private static TlsTerms terms(Map<String, String> settings, TlsTerms before, Instant now) {
        return new TermsWish(
                        Optional.ofNullable(settings.get(CA)),
                        Optional.ofNullable(settings.get(CERTIFICATE)),
                        Optional.ofNullable(settings.get(KEY)))
                .applied(before, now);
    }

    @Override
    public NewAccount read(Map<String, String> settings, Instant now) {
        List<Timed<PrivateKey>> ours = List.of(key(OURS, settings.get(OURS), keys::readOurs));
        PayerMaxSettings read = new PayerMaxSettings(
                new UpstreamName(new AppId(settings.get(APP)), new MerchantNo(settings.get(NO))),
                ours,
                List.of(key(THEIRS, settings.get(THEIRS), theirs(ours))),
                terms(settings, TlsTerms.USUAL, now));
        return account(read);
    }

    private Function<String, PublicKey> theirs(List<Timed<PrivateKey>> ours) {
        Map<String, PublicKey> others = new HashMap<>();
        ours.forEach(one -> others.put("our own " + KeyRing.shown(Rsa.pairId(one.key())), Rsa.publicOf(one.key())));
        return text -> keys.readTheirs(text, others);
    }

    /** A key that is given takes the place of all of its sort, at once. */
    @Override
    public Renewed change(Account account, Bytes kept, Map<String, String> settings, Instant now) {
        PayerMaxSettings before = PayerMaxSettings.read(kept);
        List<Timed<PrivateKey>> ours = Optional.ofNullable(settings.get(OURS))
                .map(text -> List.of(key(OURS, text, keys::readOurs)))
                .orElse(before.ours());
        PayerMaxSettings after = new PayerMaxSettings(
                new UpstreamName(
                        Optional.ofNullable(settings.get(APP))
                                .map(AppId::new)
                                .orElse(before.name().app()),
                        Optional.ofNullable(settings.get(NO))
                                .map(MerchantNo::new)
                                .orElse(before.name().no())),
                ours,
                Optional.ofNullable(settings.get(THEIRS))
                        .map(text -> List.of(key(THEIRS, text, theirs(ours))))
                        .orElse(before.theirs()),
                terms(settings, before.terms(), now));
        NewAccount next = account(after);
        List<FieldChange> fields = Renewed.handles(account, next);
        FieldChange.between(
                        OURS,
                        ids(before.ours(), PayerMaxAccountForm::pair),
                        ids(after.ours(), PayerMaxAccountForm::pair))
                .ifPresent(fields::add);
        FieldChange.between(THEIRS, ids(before.theirs(), Rsa::keyId), ids(after.theirs(), Rsa::keyId))
                .ifPresent(fields::add);
        FieldChange.between(CA, before.terms().said("authority"), after.terms().said("authority"))
                .ifPresent(fields::add);
        FieldChange.between(
                        CERTIFICATE, before.terms().said("shown"), after.terms().said("shown"))
                .ifPresent(fields::add);
        return new Renewed(next, fields);
    }

    @Override
    public List<AccountKey> keys(Bytes kept) {
        return new PayerMaxKeyChange(PayerMaxSettings.read(kept), Instant.EPOCH).keys();
    }

    @Override
    public AccountKey.Outcome change(Account account, Bytes kept, AccountKey.Change change, Instant now) {
        PayerMaxSettings before = PayerMaxSettings.read(kept);
        PayerMaxKeyChange keyed = new PayerMaxKeyChange(before, now);
        return switch (change) {
            case AccountKey.Change.Add(var sort, var text, var from)
            when sort.equals(OURS) -> keyed.sign(checked(OURS, text, keys::readOurs), from);
            case AccountKey.Change.Add(var sort, var text, var from)
            when sort.equals(THEIRS) -> keyed.verify(checked(THEIRS, text, theirs(before.ours())), from);
            case AccountKey.Change.Add(var sort, var _, var _) ->
                new AccountKey.Outcome.Refused(
                        new Flaw("there is no sort of keys " + ProtocolText.excerpt(sort), OURS + " or " + THEIRS));
            case AccountKey.Change.Move(var key, var text) -> keyed.moved(key, checked(OURS, text, keys::readPrivate));
            case AccountKey.Change.Of(var wish) -> keyed.of(wish);
        };
    }

    private static <K extends Key> String ids(List<Timed<K>> keys, Function<K, String> fingerprint) {
        return keys.stream().map(Timed::key).map(fingerprint).collect(Collectors.joining(", "));
    }

    /** The same key at another place is a change. */
    private static String pair(PrivateKey key) {
        return Rsa.pairId(key) + (key instanceof HeldKey held ? " at " + held.reference() : "");
    }

    private static NewAccount account(PayerMaxSettings settings) {
        return new NewAccount(PayerMaxAccounts.PAYERMAX, settings.name().handles(), settings.write());
    }

    private static <K extends Key> Timed<K> key(String name, String text, Function<String, K> parser) {
        return new Timed<>(checked(name, text, parser), Term.OPEN);
    }

    /** What is no key is named as what it should be. */
    private static <K extends Key> K checked(String name, String text, Function<String, K> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": no usable " + e.getMessage(), e);
        }
    }
}
