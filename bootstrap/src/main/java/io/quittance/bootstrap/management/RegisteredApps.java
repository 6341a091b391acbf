package io.quittance.bootstrap.management;

import io.quittance.application.account.Accounts;
import io.quittance.application.merchant.MerchantChange;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Registration;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.KeptChange;
import io.quittance.application.removal.RemoveMerchant;
import io.quittance.application.removal.RemoveMerchant.Outcome;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.Handle;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Counted;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.payermax.PayerMaxSettings;
import io.quittance.http.signing.NewKeys;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The apps straight from where they are kept. */
public final class RegisteredApps implements Apps {
    /** So many are shown. */
    private static final int MOST_CHANGES = 100;

    private final Merchants merchants;
    private final Accounts accounts;
    private final PayerMaxAccounts payermax;
    private final boolean simulated;
    private final NotifyUrls places;
    private final NewKeys keys;
    private final InstantSource clock;
    private final AccountChanges settings;
    private final RemoveMerchant removing;
    private final BiPredicate<AppId, Deed> moved;

    /**
     * @param simulated whether whoever is registered has an account with the simulator as well
     * @param places where they may want to be told
     * @param keys which they may sign with
     * @param moved is told whose endpoint was given an address; answers whether something is sent by that
     */
    public RegisteredApps(
            Merchants merchants,
            Accounts accounts,
            boolean simulated,
            NotifyUrls places,
            NewKeys keys,
            InstantSource clock,
            AccountChanges settings,
            RemoveMerchant removing,
            BiPredicate<AppId, Deed> moved) {
        this.settings = settings;
        this.removing = removing;
        this.merchants = merchants;
        this.accounts = accounts;
        this.payermax = new PayerMaxAccounts(accounts);
        this.simulated = simulated;
        this.places = places;
        this.keys = keys;
        this.clock = clock;
        this.moved = moved;
    }

    @Override
    public AppCard add(AppForm form) {
        if (merchants.byApp(AppForm.appId(form.appId())).isPresent()) {
            throw taken(form.appId());
        }
        Registration registration = form.toRegistration(simulated, places, keys);
        return switch (merchants.add(registration)) {
            case Merchants.Added.Registered(var merchant) -> whole(merchant);
            case Merchants.Added.AppTaken _ -> throw taken(form.appId());
            case Merchants.Added.KeyTaken _ ->
                throw new Trouble(
                        "The public-key was registered by somebody else at the same moment (expected: one that"
                                + " nobody else signs with).");
            case Merchants.Added.AccountTaken _ ->
                throw new Trouble("The account upstream ("
                        + registration.accounts().getFirst().handles().stream()
                                .map(Handle::value)
                                .collect(Collectors.joining(", "))
                        + ") belongs to another registered app.");
        };
    }

    private static Trouble taken(String appId) {
        return new Trouble("The app " + appId + " is registered already.");
    }

    /** With its account with PayerMax if it has one, else with any. */
    private AppCard card(Merchant merchant, List<KeptChange> changes) {
        List<Account> all = accounts.byMerchant(merchant.id());
        Optional<PayerMaxSettings> settings = all.stream()
                .filter(account -> account.acquirer().equals(PayerMaxAccounts.PAYERMAX))
                .findFirst()
                .map(payermax::of);
        UpstreamName name = settings.map(PayerMaxSettings::name)
                .or(() -> all.stream().findFirst().map(UpstreamName::of))
                .orElse(new UpstreamName(merchant.app(), merchant.no()));
        return AppCard.of(
                merchant,
                name,
                settings.flatMap(known ->
                        known.verifyingAt(clock.instant()).reversed().stream().findFirst()),
                changes);
    }

    @Override
    public List<AppCard> list() {
        return merchants.all().stream().map(one -> card(one, List.of())).toList();
    }

    @Override
    public AppCard show(String appId) {
        return whole(registered().latest(appId));
    }

    @Override
    public Changed change(String appId, AppChange change, ByWhom by) {
        Merchant merchant = registered().named(appId);
        MerchantChange wanted = change.toMerchantChange(places);
        Deed deed = by.deed(clock.instant());
        boolean upstream =
                !change.upstream().isEmpty() && settings.change(withPayerMax(merchant), change.upstream(), deed);
        Merchants.Changed changed = merchants
                .change(merchant.app(), wanted, deed)
                .orElseThrow(() -> registered().none(appId));
        boolean told = wanted.notifyUrl().isPresent() && moved.test(merchant.app(), deed);
        return new Changed(upstream || told || !changed.fields().isEmpty(), show(appId));
    }

    private Account withPayerMax(Merchant merchant) {
        List<Account> its = accounts.byMerchant(merchant.id()).stream()
                .filter(account -> account.acquirer().equals(PayerMaxAccounts.PAYERMAX))
                .toList();
        if (its.size() == 1) {
            return its.getFirst();
        }
        throw new Trouble("The app " + merchant.app() + " has " + Counted.of(its.size(), "account") + " with "
                + PayerMaxAccounts.PAYERMAX + " (expected: one; "
                + (its.isEmpty() ? "open it with 'quittance account add'" : "name it with 'quittance account set'")
                + ").");
    }

    @Override
    public Changed remove(String appId, ByWhom by) {
        return switch (removing.remove(AppForm.appId(appId), by.deed(clock.instant()))) {
            case Outcome.Removed(var merchant) -> new Changed(true, whole(merchant));
            case Outcome.Already(var merchant) -> new Changed(false, whole(merchant));
            case Outcome.Busy(var open) ->
                throw new Trouble("Nothing changed, as the app " + ProtocolText.excerpt(appId) + " still has "
                        + OpenWords.of(open) + " (expected: nothing open and nothing owed).");
            case Outcome.Unknown() -> throw registered().none(appId);
        };
    }

    private RegisteredMerchants registered() {
        return new RegisteredMerchants(merchants);
    }

    private AppCard whole(Merchant merchant) {
        return card(merchant, merchants.changes(merchant.id(), MOST_CHANGES));
    }
}
