package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.util.HashMap;
import java.util.Map;

/** The stories of a running service, over its management port. */
public final class RemoteStories implements Stories {
    private final ManagementCall service;

    public RemoteStories(ManagementCall service) {
        this.service = service;
    }

    @Override
    public Bytes named(String id) {
        return get(OrdersController.NAMED, Map.of("id", id));
    }

    @Override
    public Bytes tell(String kind, String number) {
        return get(OrdersController.STORY, Map.of("kind", kind, "number", number));
    }

    private Bytes get(String path, Map<String, String> asked) {
        return Bytes.of(service.send("GET", ManagementCall.asking(OrdersController.PATH + path, asked)));
    }

    @Override
    public Bytes reveal(String kind, String number, String reason, String person) {
        Bytes wish = JsonWriter.object(o -> o.text("kind", kind)
                .text("number", number)
                .text("reason", reason)
                .text("person", person));
        return Bytes.of(service.send("POST", OrdersController.PATH + OrdersController.REVEALED, wish));
    }

    @Override
    public Bytes list(Listing listing) {
        Map<String, String> asked = new HashMap<>();
        listing.kind().ifPresent(kind -> asked.put("kind", kind));
        listing.state().ifPresent(state -> asked.put("state", state));
        listing.appId().ifPresent(app -> asked.put("appId", app));
        listing.olderThan().ifPresent(age -> asked.put("olderThan", age));
        asked.put("overdue", Boolean.toString(listing.overdue()));
        listing.behind().ifPresent(number -> asked.put("behind", number));
        asked.put("limit", Integer.toString(listing.limit()));
        return get("", asked);
    }
}
