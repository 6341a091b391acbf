package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The apps of a running service, over its management port. */
public final class RemoteApps implements Apps, AutoCloseable {
    private final ManagementCall service;

    public RemoteApps(URI management, ManagementToken token) {
        this.service = new ManagementCall(management, token);
    }

    @Override
    public AppCard add(AppForm form) {
        return AppsWire.card(call("POST", "", AppsWire.write(form)));
    }

    @Override
    public List<AppCard> list() {
        return AppsWire.cards(call("GET", "", Bytes.utf8("")));
    }

    @Override
    public AppCard show(String appId) {
        return AppsWire.card(call("GET", query(appId), Bytes.utf8("")));
    }

    @Override
    public AppCard enable(String appId, boolean enabled) {
        return AppsWire.card(call("PATCH", query(appId), JsonWriter.object(o -> o.bool("enabled", enabled))));
    }

    @Override
    public AppCard setNotifyUrl(String appId, String notifyUrl) {
        return AppsWire.card(call("PATCH", query(appId), JsonWriter.object(o -> o.text("notifyUrl", notifyUrl))));
    }

    private static String query(String appId) {
        return "?appId=" + URLEncoder.encode(appId, StandardCharsets.UTF_8);
    }

    private byte[] call(String method, String query, Bytes body) {
        return service.send(method, AppsController.PATH + query, body);
    }

    @Override
    public void close() {
        service.close();
    }
}
