package io.quittance.http.south;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.application.merchant.Merchants;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.Handle;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.json.Json;
import io.quittance.http.signing.Rsa;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * For whom a notification may be, and whether upstream sent it. A stranger cannot tell an unknown merchant from a wrong
 * signature: both are refused with the same words.
 */
final class Senders {
    private final Merchants merchants;
    private final Accounts accounts;
    private final UpstreamPublicKeys keys;

    Senders(Merchants merchants, Accounts accounts, UpstreamPublicKeys keys) {
        this.merchants = merchants;
        this.accounts = accounts;
        this.keys = keys;
    }

    /**
     * @param pathApp our app id of the merchant, where the address named one
     * @throws Refusal if no key of any merchant that it may be for verifies it
     */
    Callback.Notification verify(
            Callback callback, Optional<String> pathApp, Json.Obj message, Bytes raw, List<String> signs)
            throws Refusal {
        if (signs.size() != 1) {
            throw notVerified();
        }
        for (List<Account> group : groups(callback, pathApp, message)) {
            Optional<PublicKey> key = verifying(group, raw, signs.getFirst());
            if (key.isPresent()) {
                List<Holder> theirs = group.stream()
                        .filter(one -> keys.of(one).contains(key.get()))
                        .distinct()
                        .flatMap(one ->
                                merchants.byId(one.merchant()).map(merchant -> new Holder(merchant, one)).stream())
                        .toList();
                return new Callback.Notification(theirs, message, raw, Rsa.keyId(key.get()), Optional.empty());
            }
        }
        throw notVerified();
    }

    private List<List<Account>> groups(Callback callback, Optional<String> pathApp, Json.Obj message) throws Refusal {
        Fields envelope = Fields.of(message);
        if (pathApp.isPresent()) {
            return List.of(named(pathApp.get(), envelope));
        }
        Optional<List<List<Merchant>>> groups = callback.recipients(message);
        if (groups.isEmpty()) {
            return List.of(accounts.byHandles(handles(envelope)));
        }
        return groups.get().stream()
                .map(group -> group.stream()
                        .flatMap(one -> accounts.byMerchant(one.id()).stream())
                        .toList())
                .toList();
    }

    private Optional<PublicKey> verifying(List<Account> group, Bytes raw, String sign) {
        return group.stream()
                .flatMap(one -> keys.of(one).stream())
                .distinct()
                .filter(key -> Rsa.verify(key, raw, sign))
                .findFirst();
    }

    /** The address that is registered upstream names the merchant; what the message says must not be another's. */
    private List<Account> named(String pathApp, Fields envelope) throws Refusal {
        List<Handle> told = handles(envelope);
        return appId(pathApp)
                .flatMap(merchants::byApp)
                .map(merchant -> accounts.byMerchant(merchant.id()))
                .orElse(List.of())
                .stream()
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
        return Refusal.described(
                WireCode.SIGN_VERIFY_FAILED,
                "sign",
                "does not verify",
                "SHA256withRSA over the body as sent, by upstream's key for the merchant, in base64");
    }
}
