package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.util.List;

/** The apps of a running service, over its management port. */
public final class RemoteApps implements Apps {
    private final ManagementCall service;

    public RemoteApps(ManagementCall service) {
        this.service = service;
    }

    @Override
    public AppCard add(AppForm form) {
        return AppsWire.card(service.send("POST", AppsController.PATH, AppsWire.write(form)));
    }

    @Override
    public List<AppCard> list() {
        return AppsWire.cards(service.send("GET", AppsController.PATH));
    }

    @Override
    public AppCard show(String appId) {
        return AppsWire.card(service.send("GET", ManagementCall.about(AppsController.PATH, appId)));
    }

    @Override
    public AppCard enable(String appId, boolean enabled) {
        return change(appId, JsonWriter.object(o -> o.bool("enabled", enabled)));
    }

    @Override
    public AppCard setNotifyUrl(String appId, String notifyUrl) {
        return change(appId, JsonWriter.object(o -> o.text("notifyUrl", notifyUrl)));
    }

    private AppCard change(String appId, Bytes wish) {
        return AppsWire.card(service.send("PATCH", ManagementCall.about(AppsController.PATH, appId), wish));
    }
}
