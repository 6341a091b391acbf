package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a running service owes, over its management port. */
public final class RemoteDeliveries implements Deliveries {
    private final ManagementCall service;

    public RemoteDeliveries(ManagementCall service) {
        this.service = service;
    }

    @Override
    public Bytes list(Filter filter, Optional<String> behind, int limit) {
        Map<String, String> asked = DeliveryWish.of(filter);
        behind.ifPresent(id -> asked.put("behind", id));
        asked.put("limit", Integer.toString(limit));
        return get("", asked);
    }

    @Override
    public Bytes count(Filter filter) {
        return get(DeliveriesController.COUNT, DeliveryWish.of(filter));
    }

    @Override
    public Bytes show(String id) {
        return get(DeliveriesController.ONE, Map.of("id", id));
    }

    private Bytes get(String path, Map<String, String> asked) {
        return Bytes.of(service.send("GET", ManagementCall.asking(DeliveriesController.PATH + path, asked)));
    }

    @Override
    public Bytes reveal(String id, ByWhom by) {
        return post(DeliveriesController.REVEALED, Map.of("id", id), by);
    }

    @Override
    public Bytes resend(String id, ByWhom by) {
        return post(DeliveriesController.ONE_SENT, Map.of("id", id), by);
    }

    @Override
    public Bytes repeat(String order, Optional<String> endpoint, ByWhom by) {
        Map<String, String> wish = new HashMap<>(Map.of("order", order));
        endpoint.ifPresent(name -> wish.put("endpoint", name));
        return post(DeliveriesController.REPEATED, wish, by);
    }

    @Override
    public Bytes resend(Filter filter, Optional<String> behind, ByWhom by) {
        Map<String, String> wish = DeliveryWish.of(filter);
        behind.ifPresent(id -> wish.put("behind", id));
        return post(DeliveriesController.SENT, wish, by);
    }

    private Bytes post(String path, Map<String, String> wish, ByWhom by) {
        Bytes body = JsonWriter.object(o -> {
            wish.forEach(o::text);
            by.write(o);
        });
        return Bytes.of(service.send("POST", DeliveriesController.PATH + path, body));
    }
}
