package io.quittance.http.south;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.application.key.KeyUses;
import io.quittance.application.merchant.Merchants;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.Handle;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.json.Json;
import io.quittance.http.signing.RestingKeys;
import io.quittance.http.signing.Rsa;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that are signed as PayerMax signs, RSA over the body in the header {@code sign}. Whoever posts anything makes us
 * verify, and that is the dearest that we do; so at most {@link #MOST_KEYS} keys are tried for one message, those of who
 * has the order first, and no account is looked up behind those. Only messages that name nobody can be of so many: the address
 * with the app id names one.
 */
@Singleton
public final class SignedSenders implements Senders {
    /** Tried for one message. */
    static final int MOST_KEYS = 8;

    private static final String SIGN = "sign";

    private static final Logger LOG = LoggerFactory.getLogger(SignedSenders.class);

    private final Merchants merchants;
    private final Accounts accounts;
    private final UpstreamPublicKeys keys;
    private final RestingKeys resting;
    private final KeyUses uses;
    private final Verification verification;

    /** Whether a key verifies a signature of these bytes. */
    @FunctionalInterface
    interface Verification {
        boolean verifies(PublicKey key, Bytes raw, String sign);
    }

    @Inject
    public SignedSenders(
            Merchants merchants, Accounts accounts, UpstreamPublicKeys keys, RestingKeys resting, KeyUses uses) {
        this(merchants, accounts, keys, resting, uses, Rsa::verify);
    }

    SignedSenders(
            Merchants merchants,
            Accounts accounts,
            UpstreamPublicKeys keys,
            RestingKeys resting,
            KeyUses uses,
            Verification verification) {
        this.merchants = merchants;
        this.accounts = accounts;
        this.keys = keys;
        this.resting = resting;
        this.uses = uses;
        this.verification = verification;
    }

    @Override
    public Callback.Notification verify(Callback callback, Incoming incoming) throws Refusal {
        String sign = incoming.only(SIGN).orElseThrow(SignedSenders::notVerified);
        Set<PublicKey> tried = new HashSet<>();
        Set<Account> looked = new LinkedHashSet<>();
        for (Supplier<Stream<Account>> group : groups(callback, incoming.app(), incoming.message())) {
            for (Account account : (Iterable<Account>) group.get()::iterator) {
                looked.add(account);
                Optional<PublicKey> key = verifying(callback, account, tried, incoming, sign);
                if (key.isPresent()) {
                    String id = Rsa.keyId(key.get());
                    uses.used(id);
                    return incoming.verified(holders(group.get(), key.get()), id);
                }
            }
        }
        tellOfResting(callback, looked, tried, incoming, sign);
        throw notVerified();
    }

    /** The answer is as to any stranger; the log says what a person can do something about. */
    private void tellOfResting(
            Callback callback, Set<Account> looked, Set<PublicKey> tried, Incoming incoming, String sign) {
        for (Account account : looked) {
            for (UpstreamPublicKeys.Resting one : keys.resting(account)) {
                if (tried.size() == MOST_KEYS) {
                    return;
                }
                if (tried.add(one.key()) && verification.verifies(one.key(), incoming.raw(), sign)) {
                    resting.refused(
                            "a message to " + callback.name() + " for account " + account.id(),
                            Rsa.keyId(one.key()),
                            one.term());
                    return;
                }
            }
        }
    }

    private List<Holder> holders(Stream<Account> group, PublicKey key) {
        return group.filter(one -> keys.of(one).contains(key))
                .distinct()
                .flatMap(one -> merchants.byId(one.merchant()).map(merchant -> new Holder(merchant, one)).stream())
                .toList();
    }

    /** @param tried the keys of other accounts that do not verify it; those of this one come to them */
    private Optional<PublicKey> verifying(
            Callback callback, Account account, Set<PublicKey> tried, Incoming incoming, String sign) throws Refusal {
        for (PublicKey key : keys.of(account)) {
            if (tried.contains(key)) {
                continue;
            }
            if (tried.size() == MOST_KEYS) {
                LOG.warn(
                        "a message to {} could be signed by more than {} keys, and none of those that were tried"
                                + " verifies it: if upstream did send it, {}",
                        callback.name(),
                        MOST_KEYS,
                        incoming.app().isPresent()
                                ? "let keys of the account end that are not used any more"
                                : "give it the address with the app id behind it");
                throw notVerified();
            }
            tried.add(key);
            if (verification.verifies(key, incoming.raw(), sign)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** Accounts that it may be for, the likeliest first; looked up one by one, as far as somebody asks. */
    private List<Supplier<Stream<Account>>> groups(Callback callback, Optional<String> pathApp, Json.Obj message)
            throws Refusal {
        Fields envelope = Fields.of(message);
        if (pathApp.isPresent()) {
            return List.of(named(pathApp.get(), envelope)::stream);
        }
        Optional<List<List<Merchant>>> groups = callback.recipients(message);
        if (groups.isEmpty()) {
            return List.of(accounts.byHandles(handles(envelope))::stream);
        }
        return groups.get().stream()
                .<Supplier<Stream<Account>>>map(group ->
                        () -> group.stream().flatMap(one -> accounts.byMerchant(one.id()).stream()))
                .toList();
    }

    /**
     * The address that is registered upstream names the merchant, and who went by that app id before and was removed; what the
     * message says must not be another's.
     */
    private List<Account> named(String pathApp, Fields envelope) throws Refusal {
        List<Handle> told = handles(envelope);
        return appId(pathApp).map(merchants::ever).orElse(List.of()).stream()
                .flatMap(merchant -> accounts.byMerchant(merchant.id()).stream())
                .filter(account -> account.handles().containsAll(told))
                .toList();
    }

    /** The app id upstream, or the merchant number alone, or both: one version of the page leaves out each. */
    private static List<Handle> handles(Fields envelope) throws Refusal {
        return UpstreamName.handles(app(envelope), no(envelope));
    }

    private static Optional<AppId> appId(String text) {
        try {
            return Optional.of(new AppId(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<AppId> app(Fields envelope) throws Refusal {
        return id(envelope, "appId", AppId.MAX_CHARACTERS).map(AppId::new);
    }

    private static Optional<MerchantNo> no(Fields envelope) throws Refusal {
        return id(envelope, "merchantNo", MerchantNo.MAX_CHARACTERS).map(MerchantNo::new);
    }

    private static Optional<String> id(Fields envelope, String name, int max) throws Refusal {
        try {
            boolean said =
                    !(envelope.value(name).orElse(new Json.Null()) instanceof Json.Str(var text)) || !text.isEmpty();
            return said ? envelope.idIfAny(name, max) : Optional.empty();
        } catch (Refusal _) {
            throw notVerified();
        }
    }

    private static Refusal notVerified() {
        return Senders.notVerified(
                SIGN, "SHA256withRSA over the body as sent, by upstream's key for the merchant, in base64");
    }
}
