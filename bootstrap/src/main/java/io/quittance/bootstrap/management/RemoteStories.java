package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stories of a running service, over its management port. */
public final class RemoteStories implements Stories {
    private final ManagementCall service;

    public RemoteStories(ManagementCall service) {
        this.service = service;
    }

    @Override
    public Bytes named(String id) {
        return get(OrdersController.NAMED + "?id=" + encoded(id));
    }

    @Override
    public Bytes tell(String kind, String number) {
        return get(OrdersController.STORY + "?kind=" + encoded(kind) + "&number=" + encoded(number));
    }

    private Bytes get(String path) {
        return Bytes.of(service.send("GET", OrdersController.PATH + path));
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
        Map<String, Optional<String>> asked = new LinkedHashMap<>();
        asked.put("kind", Optional.of(listing.kind()));
        asked.put("state", listing.state());
        asked.put("appId", listing.appId());
        asked.put("olderThan", listing.olderThan());
        asked.put("overdue", Optional.of(Boolean.toString(listing.overdue())));
        asked.put("behind", listing.behind());
        asked.put("limit", Optional.of(Integer.toString(listing.limit())));
        return get(asked.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> one.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&", "?", "")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
