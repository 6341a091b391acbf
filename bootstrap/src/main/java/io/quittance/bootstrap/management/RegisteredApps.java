package io.quittance.bootstrap.management;

import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Registration;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.text.ProtocolText;
import java.time.InstantSource;
import java.util.List;

/** The apps straight from where they are kept. */
public final class RegisteredApps implements Apps {
    private final Merchants merchants;
    private final InstantSource clock;

    public RegisteredApps(Merchants merchants, InstantSource clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    @Override
    public AppCard add(AppForm form) {
        Registration registration = form.toRegistration(clock.instant());
        return switch (merchants.add(registration)) {
            case Merchants.Added.Registered(var merchant) -> AppCard.of(merchant);
            case Merchants.Added.AppTaken _ ->
                throw new Trouble("The app " + registration.app() + " is registered already.");
            case Merchants.Added.UpstreamAccountTaken _ ->
                throw new Trouble(
                        "The account upstream (" + registration.upstream().app() + ", "
                                + registration.upstream().no() + ") belongs to another registered app.");
        };
    }

    @Override
    public List<AppCard> list() {
        return merchants.all().stream().map(AppCard::of).toList();
    }

    @Override
    public AppCard show(String appId) {
        return merchants.byApp(AppForm.appId(appId)).map(AppCard::of).orElseThrow(() -> unknown(appId));
    }

    @Override
    public AppCard enable(String appId, boolean enabled) {
        AppId app = AppForm.appId(appId);
        if (!merchants.enable(app, enabled)) {
            throw unknown(appId);
        }
        return show(appId);
    }

    @Override
    public AppCard setNotifyUrl(String appId, String notifyUrl) {
        AppId app = AppForm.appId(appId);
        if (!merchants.setNotifyUrl(app, AppForm.notifyUrl(notifyUrl))) {
            throw unknown(appId);
        }
        return show(appId);
    }

    private static Trouble unknown(String appId) {
        return new Trouble("No app " + ProtocolText.excerpt(appId) + " is registered.");
    }
}
