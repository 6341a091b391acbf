package io.quittance.bootstrap.management;

import io.quittance.application.account.Accounts;
import io.quittance.application.key.KeyUses;
import io.quittance.application.merchant.KeyChange;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Merchants.KeyChanged;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.account.Account;
import io.quittance.domain.key.KeyRing.Wish;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.acquirer.AccountKey;
import io.quittance.http.signing.KeptAt;
import io.quittance.http.signing.NewKeys;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys straight from where they are kept. */
public final class RegisteredKeys implements Keys {
    private static final String PUBLIC_KEY = "public-key";

    private static final String KINDS = String.join(", ", APP, ACCOUNT, GATEWAY, BODY);

    private final Merchants merchants;
    private final Accounts accounts;
    private final AccountChanges settings;
    private final NewKeys keys;
    private final KeyUses uses;
    private final OwnKeys own;
    private final InstantSource clock;

    public RegisteredKeys(
            Merchants merchants,
            Accounts accounts,
            AccountChanges settings,
            NewKeys keys,
            KeyUses uses,
            OwnKeys own,
            InstantSource clock) {
        this.merchants = merchants;
        this.accounts = accounts;
        this.settings = settings;
        this.keys = keys;
        this.uses = uses;
        this.own = own;
        this.clock = clock;
    }

    @Override
    public List<KeyCard> list(Optional<String> kind, Optional<String> name) {
        if (kind.isPresent()) {
            return of(new Whose(kind.get(), name));
        }
        Map<String, Instant> last = uses.all();
        return Stream.of(
                        merchants.all().stream().flatMap(one -> cards(one, last)),
                        accounts.all().stream().flatMap(one -> cards(one, last)),
                        own.gateway().stream(),
                        own.bodies().cards(false).stream())
                .flatMap(all -> all)
                .toList();
    }

    /** @throws Trouble if there is no such app or account */
    private List<KeyCard> of(Whose whose) {
        Map<String, Instant> last = uses.all();
        return switch (whose.kind()) {
            case APP -> cards(merchant(whose), last).toList();
            case ACCOUNT -> cards(account(whose), last).toList();
            case GATEWAY -> own.gateway();
            case BODY -> own.bodies().cards(true);
            default -> throw unknown(whose);
        };
    }

    private Stream<KeyCard> cards(Merchant merchant, Map<String, Instant> last) {
        return merchant.keys().stream()
                .map(one -> card(
                        APP, merchant.app().value(), new AccountKey("", one.id(), one.term(), Optional.empty()), last));
    }

    private Stream<KeyCard> cards(Account account, Map<String, Instant> last) {
        return settings.keys(account).stream()
                .map(one -> card(ACCOUNT, account.id().toString(), one, last));
    }

    private KeyCard card(String kind, String of, AccountKey key, Map<String, Instant> last) {
        return new KeyCard(
                kind,
                Optional.of(of),
                Optional.of(key.sort()).filter(sort -> !sort.isEmpty()),
                key.id(),
                key.term().from().toString(),
                key.term().until().map(Instant::toString),
                key.term().stateAt(clock.instant()).name().toLowerCase(Locale.ROOT),
                Optional.ofNullable(last.get(key.id())).map(Instant::toString),
                Optional.empty(),
                key.kept().map(KeptAt::words),
                Optional.empty());
    }

    @Override
    public Outcome add(Whose whose, NewKey key, ByWhom by) {
        return switch (whose.kind()) {
            case APP -> {
                Merchant merchant = merchant(whose);
                PublicKey read = key(merchant, key.text());
                yield changed(
                        merchant, KeyChange.add(Rsa.keyId(read), read, from(key).orElse(Term.ALWAYS)), by);
            }
            case ACCOUNT ->
                changed(whose, new AccountKey.Change.Add(key.sort().orElse(PUBLIC_KEY), key.text(), from(key)), by);
            case GATEWAY -> {
                // Making one may take seconds, and a span counts from when merchants can have it.
                KeyPair pair = own.pair(key);
                yield new Outcome(own.add(pair, from(key), by.deed(clock.instant())), of(whose));
            }
            case BODY -> new Outcome(own.bodies().add(key, by.deed(clock.instant())), bodies());
            default -> throw unknown(whose);
        };
    }

    private Optional<Instant> from(NewKey key) {
        return key.from().map(text -> time("from", text));
    }

    /** One that the app has already is not judged again. */
    private PublicKey key(Merchant merchant, String text) {
        PublicKey read = AppForm.key("key", text, Pem::readPublic);
        String id = Rsa.keyId(read);
        return merchant.keys().stream().anyMatch(one -> one.id().equals(id))
                ? read
                : AppForm.key("key", text, keys::readPublic);
    }

    @Override
    public Outcome retire(Whose whose, String id, String until, ByWhom by) {
        Instant end = time("until", until);
        return switch (whose.kind()) {
            case APP -> changed(merchant(whose), KeyChange.retire(id, end), by);
            case ACCOUNT -> changed(whose, new AccountKey.Change.Of(new Wish.Retire(id, end)), by);
            case GATEWAY -> new Outcome(own.change(new Wish.Retire(id, end), by.deed(clock.instant())), of(whose));
            case BODY ->
                throw new Trouble("A body key ends when nothing is encrypted with it any more (expected: no --until).");
            default -> throw unknown(whose);
        };
    }

    @Override
    public Outcome retire(Whose whose, String id, ByWhom by) {
        if (!whose.kind().equals(BODY)) {
            throw new Trouble("Until when is it to count? (expected: a time to come, by --until)");
        }
        return new Outcome(own.bodies().retire(id, by.deed(clock.instant())), bodies());
    }

    /** Not counted: whoever changes one waits for it. */
    private List<KeyCard> bodies() {
        return own.bodies().cards(false);
    }

    @Override
    public Outcome move(Whose whose, String id, String text, ByWhom by) {
        return switch (whose.kind()) {
            case ACCOUNT -> changed(whose, new AccountKey.Change.Move(id, text), by);
            case GATEWAY -> new Outcome(own.move(id, text, by.deed(clock.instant())), of(whose));
            case APP, BODY ->
                throw new Trouble("What an app signs with is not here, and body keys stay in their files (expected: a"
                        + " private key of the gateway or of an account).");
            default -> throw unknown(whose);
        };
    }

    @Override
    public Outcome revoke(Whose whose, String id, ByWhom by) {
        return switch (whose.kind()) {
            case APP -> changed(merchant(whose), KeyChange.revoke(id), by);
            case ACCOUNT -> changed(whose, new AccountKey.Change.Of(new Wish.Revoke(id)), by);
            case GATEWAY -> new Outcome(own.change(new Wish.Revoke(id), by.deed(clock.instant())), of(whose));
            case BODY -> throw BodyKeyDesk.notRevoked();
            default -> throw unknown(whose);
        };
    }

    private Outcome changed(Merchant merchant, KeyChange change, ByWhom by) {
        String app = merchant.app().value();
        Whose whose = new Whose(APP, Optional.of(app));
        return switch (merchants.changeKey(merchant.app(), change, by.deed(clock.instant()))) {
            case KeyChanged.Done(var _, var changed) -> new Outcome(changed, of(whose));
            case KeyChanged.Refused(var why) ->
                throw new Trouble("Nothing changed at the keys of app " + app + ", as " + why + "." + hint(merchant));
            case KeyChanged.Taken _ ->
                throw new Trouble("The key was registered by somebody else at the same moment (expected: one that"
                        + " nobody else signs with).");
            case KeyChanged.Unknown _ -> throw new RegisteredMerchants(merchants).none(app);
        };
    }

    /** What else may have been meant, where it is about the last key. */
    private String hint(Merchant merchant) {
        return merchant.keysAt(clock.instant()).size() > 1
                ? ""
                : " To refuse all that it asks for: 'quittance app disable --app-id " + merchant.app()
                        + "'; then its last key can be revoked, too.";
    }

    private Outcome changed(Whose whose, AccountKey.Change change, ByWhom by) {
        boolean changed = settings.change(account(whose), change, by.deed(clock.instant()));
        return new Outcome(changed, of(whose));
    }

    private Merchant merchant(Whose whose) {
        return new RegisteredMerchants(merchants).named(named(whose));
    }

    private Account account(Whose whose) {
        return RegisteredAccounts.named(accounts, named(whose));
    }

    private static String named(Whose whose) {
        return whose.name()
                .orElseThrow(() -> new Trouble("Whose key? (expected: a name beside the kind " + whose.kind() + ")"));
    }

    private static Trouble unknown(Whose whose) {
        return new Trouble("The kind of key is " + ProtocolText.excerpt(whose.kind()) + " (expected: " + KINDS + ").");
    }

    private Instant time(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            return Ages.read(text)
                    .map(clock.instant()::plus)
                    .orElseThrow(() -> new Trouble("The time " + name + " is " + ProtocolText.excerpt(text)
                            + " (expected: as 2026-11-27T05:00:00Z, or a span from now on as 90s, 15m, 24h or 7d)."));
        }
    }
}
