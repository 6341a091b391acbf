package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts of a running service, over its management port. */
public final class RemoteAccounts implements AppAccounts, AutoCloseable {
    private static final Bytes NOTHING = Bytes.utf8("");

    private final ManagementCall service;

    public RemoteAccounts(URI management, ManagementToken token) {
        this.service = new ManagementCall(management, token);
    }

    @Override
    public AccountCard open(String appId, String acquirer, Map<String, String> settings) {
        Bytes wish = AccountsWire.write(new AccountsWire.Opening(appId, acquirer, settings));
        return AccountsWire.card(service.send("POST", AccountsController.PATH, wish));
    }

    @Override
    public List<AccountCard> list(Optional<String> appId) {
        String query = appId.map(RemoteAccounts::query).orElse("");
        return AccountsWire.cards(service.send("GET", AccountsController.PATH + query, NOTHING));
    }

    @Override
    public Routing routes(String appId) {
        return routes("GET", appId, NOTHING);
    }

    @Override
    public Routing route(String appId, String account, RouteForm when) {
        return routes("PUT", appId, AccountsWire.write(when, Optional.of(account)));
    }

    @Override
    public Routing unroute(String appId, RouteForm when) {
        return routes("DELETE", appId, AccountsWire.write(when, Optional.empty()));
    }

    private Routing routes(String method, String appId, Bytes body) {
        String path = AccountsController.PATH + AccountsController.ROUTES + query(appId);
        return AccountsWire.routing(service.send(method, path, body));
    }

    private static String query(String appId) {
        return "?appId=" + URLEncoder.encode(appId, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        service.close();
    }
}
