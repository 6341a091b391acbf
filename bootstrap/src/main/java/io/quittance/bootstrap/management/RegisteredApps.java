package io.quittance.bootstrap.management;

import io.quittance.application.account.Accounts;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Registration;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.Handle;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.payermax.PayerMaxSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The apps straight from where they are kept. */
public final class RegisteredApps implements Apps {
    private final Merchants merchants;
    private final Accounts accounts;
    private final PayerMaxAccounts payermax;
    private final boolean simulated;
    private final InstantSource clock;
    private final Consumer<MerchantId> moved;

    /**
     * @param simulated whether whoever is registered has an account with the simulator as well
     * @param moved is told whose endpoint has another address
     */
    public RegisteredApps(
            Merchants merchants,
            Accounts accounts,
            boolean simulated,
            InstantSource clock,
            Consumer<MerchantId> moved) {
        this.merchants = merchants;
        this.accounts = accounts;
        this.payermax = new PayerMaxAccounts(accounts);
        this.simulated = simulated;
        this.clock = clock;
        this.moved = moved;
    }

    @Override
    public AppCard add(AppForm form) {
        Registration registration = form.toRegistration(simulated);
        return switch (merchants.add(registration)) {
            case Merchants.Added.Registered(var merchant) -> card(merchant);
            case Merchants.Added.AppTaken _ ->
                throw new Trouble("The app " + registration.app() + " is registered already.");
            case Merchants.Added.AccountTaken _ ->
                throw new Trouble("The account upstream ("
                        + registration.accounts().getFirst().handles().stream()
                                .map(Handle::value)
                                .collect(Collectors.joining(", "))
                        + ") belongs to another registered app.");
        };
    }

    /** With its account with PayerMax if it has one, else with any. */
    private AppCard card(Merchant merchant) {
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
                settings.flatMap(
                        known -> known.verifyingAt(clock.instant()).stream().findFirst()));
    }

    @Override
    public List<AppCard> list() {
        return merchants.all().stream().map(this::card).toList();
    }

    @Override
    public AppCard show(String appId) {
        return card(merchant(appId));
    }

    @Override
    public AppCard enable(String appId, boolean enabled) {
        if (!merchants.enable(AppForm.appId(appId), enabled)) {
            throw RegisteredMerchants.unknown(appId);
        }
        return show(appId);
    }

    @Override
    public AppCard setNotifyUrl(String appId, String notifyUrl) {
        if (!merchants.setNotifyUrl(AppForm.appId(appId), AppForm.notifyUrl(notifyUrl))) {
            throw RegisteredMerchants.unknown(appId);
        }
        Merchant merchant = merchant(appId);
        moved.accept(merchant.id());
        return card(merchant);
    }

    private Merchant merchant(String appId) {
        return new RegisteredMerchants(merchants).named(appId);
    }
}
