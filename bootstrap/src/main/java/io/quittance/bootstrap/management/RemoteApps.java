package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
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
    public Changed change(String appId, AppChange change, ByWhom by) {
        return changed("PATCH", appId, AppsWire.write(change, by));
    }

    @Override
    public Changed remove(String appId, ByWhom by) {
        return changed("DELETE", appId, by.alone());
    }

    private Changed changed(String method, String appId, Bytes wish) {
        return AppsWire.changed(service.send(method, ManagementCall.about(AppsController.PATH, appId), wish));
    }
}
