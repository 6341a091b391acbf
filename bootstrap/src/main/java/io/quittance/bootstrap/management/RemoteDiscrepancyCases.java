package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The discrepancies of a running service, over its management port. */
public final class RemoteDiscrepancyCases implements DiscrepancyCases {
    private final ManagementCall service;

    public RemoteDiscrepancyCases(ManagementCall service) {
        this.service = service;
    }

    @Override
    public Bytes list(Listing listing) {
        Map<String, String> asked = new HashMap<>();
        asked.put("ended", Boolean.toString(listing.ended()));
        listing.kind().ifPresent(kind -> asked.put("kind", kind));
        listing.appId().ifPresent(app -> asked.put("appId", app));
        listing.order().ifPresent(order -> asked.put("order", order));
        listing.olderThan().ifPresent(age -> asked.put("olderThan", age));
        asked.put("oldestFirst", Boolean.toString(listing.oldestFirst()));
        listing.behind().ifPresent(number -> asked.put("behind", number.toString()));
        asked.put("limit", Integer.toString(listing.limit()));
        return get("", asked);
    }

    @Override
    public Bytes tell(long number, Whose whose) {
        Map<String, String> asked = new HashMap<>();
        asked.put("number", Long.toString(number));
        whose.appId().ifPresent(app -> asked.put("appId", app));
        whose.account().ifPresent(account -> asked.put("account", account));
        return get(DiscrepanciesController.ONE, asked);
    }

    private Bytes get(String path, Map<String, String> asked) {
        return Bytes.of(service.send("GET", ManagementCall.asking(DiscrepanciesController.PATH + path, asked)));
    }

    @Override
    public Bytes reveal(By by) {
        return send(DiscrepanciesController.REVEALED, by, _ -> {});
    }

    @Override
    public Bytes close(By by) {
        return send(DiscrepanciesController.CLOSED, by, _ -> {});
    }

    @Override
    public Bytes adopt(By by, Whose whose) {
        return send(
                DiscrepanciesController.ADOPTED,
                by,
                o -> o.text("appId", whose.appId()).text("account", whose.account()));
    }

    private Bytes send(String path, By by, Consumer<JsonWriter> more) {
        return Bytes.of(service.send(
                "POST",
                DiscrepanciesController.PATH + path,
                JsonWriter.object(o -> more.accept(o.text("number", Long.toString(by.number()))
                        .text("reason", by.reason())
                        .text("person", by.person())))));
    }
}
