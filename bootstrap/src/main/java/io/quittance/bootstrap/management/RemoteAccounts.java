package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts of a running service, over its management port. */
public final class RemoteAccounts implements AppAccounts {
    private final ManagementCall service;

    public RemoteAccounts(ManagementCall service) {
        this.service = service;
    }

    @Override
    public AccountCard open(String appId, String acquirer, Map<String, String> settings) {
        Bytes wish = AccountsWire.write(new AccountsWire.Opening(appId, acquirer, settings));
        return AccountsWire.card(service.send("POST", AccountsController.PATH, wish));
    }

    @Override
    public Changed change(String account, Map<String, String> settings, ByWhom by) {
        String path = ManagementCall.asking(AccountsController.PATH, Map.of("account", account));
        return AccountsWire.changed(service.send("PATCH", path, AccountsWire.write(settings, by)));
    }

    @Override
    public List<AccountCard> list(Optional<String> appId) {
        String path = appId.map(id -> ManagementCall.about(AccountsController.PATH, id))
                .orElse(AccountsController.PATH);
        return AccountsWire.cards(service.send("GET", path));
    }

    @Override
    public Routing routes(String appId) {
        return AccountsWire.routing(service.send("GET", ofRoutes(appId)));
    }

    @Override
    public Routed route(String appId, String account, RouteForm when) {
        return AccountsWire.routed(
                service.send("PUT", ofRoutes(appId), AccountsWire.write(when, Optional.of(account))));
    }

    @Override
    public Routing unroute(String appId, RouteForm when) {
        return AccountsWire.routing(
                service.send("DELETE", ofRoutes(appId), AccountsWire.write(when, Optional.empty())));
    }

    private static String ofRoutes(String appId) {
        return ManagementCall.about(AccountsController.PATH + AccountsController.ROUTES, appId);
    }
}
