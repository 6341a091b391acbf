package io.quittance.bootstrap.management;

import io.quittance.application.delivery.OwedDeliveries.Tally;
import io.quittance.application.delivery.OwedDelivery;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.story.Story;
import io.quittance.bootstrap.management.Endpoints.EndpointCard;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.json.MaskedJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Deliveries in the JSON of the management API. */
record DeliveryJson(Merchants merchants) {
    /** An order's message that its merchant has. @param told when it said so */
    record Told(int owed, Instant owedAt, Instant told) {}

    /** @param story of its order */
    record Whole(OwedDelivery delivery, Story story, EndpointCard endpoint) {}

    Bytes page(List<OwedDelivery> owed, List<Told> told, Optional<Long> behind) {
        return JsonWriter.object(o -> o.array("deliveries", owed, this::delivery)
                .array("delivered", told, DeliveryJson::told)
                .text("behind", behind.map(Object::toString)));
    }

    private static void told(JsonWriter out, Told told) {
        out.number("row", Integer.toString(told.owed()))
                .text("owedAt", told.owedAt().toString())
                .text("toldAt", told.told().toString());
    }

    static Bytes count(Tally tally) {
        return JsonWriter.object(o -> o.number("count", Long.toString(tally.count()))
                .text("oldest", tally.oldest().map(Instant::toString))
                .text("newest", tally.newest().map(Instant::toString)));
    }

    private void delivery(JsonWriter out, OwedDelivery one) {
        Optional<Merchant> merchant = merchants.byId(one.merchant());
        out.text("id", Long.toString(one.id()))
                .text("kind", KeptStories.word(one.about().kind()))
                .text("number", one.about().id())
                .number("row", Integer.toString(one.owed()))
                .text("appId", merchant.map(known -> known.app().value()))
                .text("state", WantedReader.word(one.state()))
                .number("attempt", Integer.toString(one.attempt()))
                .text("dueAt", one.dueAt().map(Instant::toString))
                .text("why", one.why())
                .text("owedAt", one.owedAt().map(Instant::toString))
                .text(
                        "address",
                        one.notifyUrl()
                                .or(() -> merchant.map(Merchant::notifyUrl))
                                .map(Object::toString))
                .bool("ownAddress", one.notifyUrl().isPresent());
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
                .text("endpoint", whole.endpoint().state())
                .object(
                        "order",
                        out -> new StoryJson(id -> merchants.byId(id).map(Merchant::app))
                                .summary(out, whole.story().summary()))
                .text("body", body.flatMap(showing))
                .array(
                        "attempts",
                        attempts(whole.story().rows(), one.owed()),
                        (out, row) -> StoryJson.row(out, row, showing)));
    }

    /** Each says of which entry it was an attempt. */
    private static List<Journal.Row> attempts(List<Journal.Row> rows, int owed) {
        return rows.stream()
                .filter(row -> row.entry().kind() == JournalEntry.Kind.ATTEMPTED)
                .filter(row -> row.entry().note().startsWith(attemptsOf(owed)))
                .toList();
    }

    static String attemptsOf(int owed) {
        return "delivery of entry " + owed + ",";
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
                "again at " + at + ", as " + one.attempt() + " attempts were not acknowledged" + failing(whole);
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
                ? "; its endpoint fails since " + endpoint.since().orElse("?") + " and is tried at most every minute: "
                        + endpoint.why().orElse("?")
                : "";
    }
}
