package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints of a running service, over its management port. */
public final class RemoteEndpoints implements Endpoints {
    private final ManagementCall service;

    public RemoteEndpoints(ManagementCall service) {
        this.service = service;
    }

    @Override
    public List<EndpointCard> list() {
        return EndpointsWire.cards(service.send("GET", EndpointsController.PATH));
    }

    @Override
    public EndpointCard show(String appId) {
        return EndpointsWire.card(service.send("GET", ManagementCall.about(EndpointsController.PATH, appId)));
    }

    @Override
    public Outcome hold(String appId, String reason, String person) {
        Bytes wish = JsonWriter.object(o -> o.text("reason", reason).text("person", person));
        return EndpointsWire.outcome(service.send("PUT", ofHold(appId), wish));
    }

    @Override
    public Outcome release(String appId, Optional<Integer> perSecond, String person) {
        Map<String, String> asked = new HashMap<>(Map.of("appId", appId, "person", person));
        perSecond.ifPresent(rate -> asked.put("perSecond", rate.toString()));
        return EndpointsWire.outcome(service.send(
                "DELETE", ManagementCall.asking(EndpointsController.PATH + EndpointsController.HOLD, asked)));
    }

    @Override
    public Tested test(String appId, String person) {
        Bytes wish = JsonWriter.object(o -> o.text("person", person));
        return EndpointsWire.tested(service.send(
                "POST", ManagementCall.about(EndpointsController.PATH + EndpointsController.TEST, appId), wish));
    }

    private static String ofHold(String appId) {
        return ManagementCall.about(EndpointsController.PATH + EndpointsController.HOLD, appId);
    }
}
