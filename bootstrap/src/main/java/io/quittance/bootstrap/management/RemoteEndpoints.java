package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.terms.TermsWish;
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
    public EndpointCard show(Which which) {
        return EndpointsWire.card(service.send("GET", about("", which)));
    }

    private static String about(String path, Which which) {
        return ManagementCall.asking(EndpointsController.PATH + path, asked(which));
    }

    private static Map<String, String> asked(Which which) {
        return Map.of("appId", which.appId(), "name", which.name());
    }

    @Override
    public Outcome set(Which which, EndpointWish wish, ByWhom by) {
        Bytes body = JsonWriter.object(o -> {
            by.write(o);
            EndpointsWire.write(o, wish);
        });
        return EndpointsWire.outcome(service.send("PUT", about("", which), body));
    }

    @Override
    public Outcome setTerms(Which which, TermsWish wish, ByWhom by) {
        Bytes body = JsonWriter.object(o -> {
            by.write(o);
            EndpointsWire.write(o, wish);
        });
        return EndpointsWire.outcome(service.send("PUT", about(EndpointsController.TLS, which), body));
    }

    @Override
    public Outcome remove(Which which, ByWhom by) {
        return EndpointsWire.outcome(service.send("DELETE", about("", which), by.alone()));
    }

    @Override
    public Outcome hold(Which which, ByWhom by) {
        return EndpointsWire.outcome(service.send("PUT", about(EndpointsController.HOLD, which), by.alone()));
    }

    @Override
    public Outcome release(Which which, Optional<Integer> perSecond, ByWhom by) {
        Map<String, String> asked = new HashMap<>(asked(which));
        perSecond.ifPresent(rate -> asked.put("perSecond", rate.toString()));
        return EndpointsWire.outcome(service.send(
                "DELETE",
                ManagementCall.asking(EndpointsController.PATH + EndpointsController.HOLD, asked),
                by.alone()));
    }

    @Override
    public Tested test(Which which, String person) {
        Bytes wish = JsonWriter.object(o -> o.text("person", person));
        return EndpointsWire.tested(service.send("POST", about(EndpointsController.TEST, which), wish));
    }
}
