package io.quittance.bootstrap.management;

import io.quittance.application.delivery.OwedDeliveries.Tally;
import io.quittance.application.delivery.OwedDelivery;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.story.Story;
import io.quittance.bootstrap.management.Endpoints.EndpointCard;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.json.MaskedJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Deliveries in the JSON of the management API. */
record DeliveryJson(Merchants merchants) {
    /** How an attempt is noted that was acknowledged: of which entry, and at which further endpoint. */
    private static final Pattern ACKNOWLEDGED =
            Pattern.compile("delivery of entry (\\d+)(?: to ([a-z0-9-]+))?, (?:attempt \\d+|probe): acknowledged");

    /** An order's message that an endpoint of its merchant has. @param told when it said so */
    record Told(int owed, String endpoint, Instant owedAt, Instant told) {}

    /** @param story of its order */
    record Whole(OwedDelivery delivery, Story story, EndpointCard endpoint) {}

    Bytes page(List<OwedDelivery> owed, List<Told> told, Optional<Long> behind) {
        return JsonWriter.object(o -> o.array("deliveries", owed, this::delivery)
                .array("delivered", told, DeliveryJson::told)
                .text("behind", behind.map(Object::toString)));
    }

    /** A message that an endpoint has acknowledged, as the journal tells; one for each that has. */
    static List<Told> told(Journal.Row owed, List<Journal.Row> rows) {
        Map<String, Told> byEndpoint = new LinkedHashMap<>();
        for (Journal.Row later : rows) {
            if (later.entry().kind() == JournalEntry.Kind.ATTEMPTED) {
                Matcher done = ACKNOWLEDGED.matcher(later.entry().note());
                if (done.matches() && Integer.parseInt(done.group(1)) == owed.sequence()) {
                    String endpoint = Optional.ofNullable(done.group(2)).orElse(Endpoint.REGISTERED);
                    byEndpoint.put(
                            endpoint,
                            new Told(
                                    owed.sequence(),
                                    endpoint,
                                    owed.entry().at(),
                                    later.entry().at()));
                }
            }
        }
        return List.copyOf(byEndpoint.values());
    }

    private static void told(JsonWriter out, Told told) {
        out.number("row", Integer.toString(told.owed()))
                .text("endpoint", told.endpoint())
                .text("owedAt", told.owedAt().toString())
                .text("toldAt", told.told().toString());
    }

    static Bytes count(Tally tally, int again) {
        return JsonWriter.object(o -> o.number("count", Long.toString(tally.count()))
                .text("oldest", tally.oldest().map(Instant::toString))
                .text("newest", tally.newest().map(Instant::toString))
                .number("again", Integer.toString(again)));
    }

    private void delivery(JsonWriter out, OwedDelivery one) {
        Optional<Merchant> merchant = merchants.byId(one.merchant());
        Optional<Endpoint> endpoint = endpoint(one);
        out.text("id", Long.toString(one.id()))
                .text("kind", KeptStories.word(one.about().kind()))
                .text("number", one.about().id())
                .number("row", Integer.toString(one.owed()))
                .text("appId", merchant.map(known -> known.app().value()))
                .text("endpoint", endpoint.map(Endpoint::name))
                .text("state", WantedReader.word(one.state()))
                .number("attempt", Integer.toString(one.attempt()))
                .text("dueAt", one.dueAt().map(Instant::toString))
                .text("why", one.why())
                .text("owedAt", one.owedAt().map(Instant::toString))
                .text(
                        "address",
                        one.notifyUrl().or(() -> endpoint.map(Endpoint::url)).map(Object::toString))
                .bool("ownAddress", one.notifyUrl().isPresent());
    }

    /** Where that goes; empty if its merchant or its endpoint is not registered. */
    private Optional<Endpoint> endpoint(OwedDelivery one) {
        return merchants.byId(one.merchant()).flatMap(merchant -> merchant.endpoint(one.endpoint()));
    }

    Bytes masked(Whole whole) {
        return whole(whole, MaskedJson::masked);
    }

    Bytes unmasked(Whole whole) {
        return whole(whole, StoryJson::asItIs);
    }

    private Bytes whole(Whole whole, Function<Bytes, Optional<String>> showing) {
        OwedDelivery one = whole.delivery();
        Optional<Bytes> body = whole.story().rows().stream()
                .filter(row -> row.sequence() == one.owed())
                .findFirst()
                .flatMap(row -> row.entry().body());
        return JsonWriter.object(o -> o.object("delivery", out -> delivery(out, one))
                .text("next", next(whole))
                .text("type", body.flatMap(DeliveryJson::type))
                .text("dialect", one.dialect().name().toLowerCase(Locale.ROOT))
                .text("endpointState", whole.endpoint().state())
                .object(
                        "order",
                        out -> new StoryJson(id -> merchants.byId(id).map(Merchant::app))
                                .summary(out, whole.story().summary()))
                .text("body", body.flatMap(showing))
                .array("attempts", attempts(whole), (out, row) -> StoryJson.row(out, row, showing)));
    }

    /** Each says of which entry it was an attempt. */
    private static List<Journal.Row> attempts(Whole whole) {
        String begins = attemptsOf(whole.delivery().owed(), whole.endpoint().name());
        return whole.story().rows().stream()
                .filter(row -> row.entry().kind() == JournalEntry.Kind.ATTEMPTED)
                .filter(row -> row.entry().note().startsWith(begins))
                .toList();
    }

    static String attemptsOf(int owed, String endpoint) {
        return "delivery of entry " + owed + (endpoint.equals(Endpoint.REGISTERED) ? "" : " to " + endpoint) + ",";
    }

    /** What the message calls itself; those of the legacy form do not. */
    private static Optional<String> type(Bytes body) {
        try {
            return JsonReader.read(body.toArray()) instanceof Json.Obj message
                    ? ManagementJson.optional(message, "notifyType")
                    : Optional.empty();
        } catch (JsonFault _) {
            return Optional.empty();
        }
    }

    private static String next(Whole whole) {
        OwedDelivery one = whole.delivery();
        String at = one.dueAt().map(Instant::toString).orElse("?");
        return switch (one.state()) {
            case WAITING -> "due since or at " + at + failing(whole);
            case RETRYING ->
                "again at " + at + ", as " + one.attempt()
                        + (one.attempt() == 1 ? " attempt was" : " attempts were") + " not acknowledged"
                        + failing(whole);
            case HELD ->
                "when its endpoint is released"
                        + whole.endpoint().why().map(why -> ": " + why).orElse("");
            case BEHIND -> "when the earlier message of its order is told";
            case PARKED -> "when a person sends it again, or its endpoint is released or gets another address";
            case ASIDE ->
                "when a person sends it again, or another version takes it up"
                        + one.why().map(why -> ": " + why).orElse("");
        };
    }

    private static String failing(Whole whole) {
        EndpointCard endpoint = whole.endpoint();
        return endpoint.state().equals("failing")
                ? "; its endpoint fails since " + endpoint.since().orElse("?")
                        + " and is tried one by one, first every second, later every minute: "
                        + endpoint.why().orElse("?")
                : "";
    }
}
