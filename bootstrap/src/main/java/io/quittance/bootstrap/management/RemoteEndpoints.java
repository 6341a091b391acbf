package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The endpoints of a running service, over its management port. */
public final class RemoteEndpoints implements Endpoints, AutoCloseable {
    private static final Bytes NOTHING = Bytes.utf8("");

    private final ManagementCall service;

    public RemoteEndpoints(URI management, ManagementToken token) {
        this.service = new ManagementCall(management, token);
    }

    @Override
    public List<EndpointCard> list() {
        return EndpointsWire.cards(service.send("GET", EndpointsController.PATH, NOTHING));
    }

    @Override
    public EndpointCard show(String appId) {
        return EndpointsWire.card(service.send("GET", EndpointsController.PATH + query(appId), NOTHING));
    }

    @Override
    public Outcome hold(String appId, String reason, String person) {
        return holds(
                "PUT", appId, JsonWriter.object(o -> o.text("reason", reason).text("person", person)));
    }

    @Override
    public Outcome release(String appId) {
        return holds("DELETE", appId, NOTHING);
    }

    private Outcome holds(String method, String appId, Bytes wish) {
        String path = EndpointsController.PATH + EndpointsController.HOLD + query(appId);
        return EndpointsWire.outcome(service.send(method, path, wish));
    }

    private static String query(String appId) {
        return "?appId=" + URLEncoder.encode(appId, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        service.close();
    }
}
