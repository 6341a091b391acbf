package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.Endpoints.EndpointCard;
import io.quittance.bootstrap.management.Endpoints.Outcome;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import java.util.List;

/** The endpoints in the JSON of the management API. Its two ends are of one version, so it is read without much ado. */
final class EndpointsWire {
    private EndpointsWire() {}

    static Bytes write(List<EndpointCard> cards) {
        return JsonWriter.object(o -> o.array("endpoints", cards, EndpointsWire::write));
    }

    static Bytes write(EndpointCard card) {
        return JsonWriter.object(o -> write(o, card));
    }

    static Bytes write(Outcome outcome) {
        return JsonWriter.object(o -> write(o.bool("changed", outcome.changed()), outcome.endpoint()));
    }

    private static void write(JsonWriter out, EndpointCard card) {
        out.text("appId", card.appId())
                .text("address", card.address())
                .text("state", card.state())
                .text("since", card.since())
                .text("why", card.why())
                .text("who", card.who())
                .text("waiting", Long.toString(card.waiting()))
                .text("firstDue", card.firstDue());
    }

    static List<EndpointCard> cards(byte[] body) {
        return ManagementJson.items(ManagementJson.object(body), "endpoints").stream()
                .map(EndpointsWire::card)
                .toList();
    }

    static EndpointCard card(byte[] body) {
        return card(ManagementJson.object(body));
    }

    static Outcome outcome(byte[] body) {
        Json.Obj answer = ManagementJson.object(body);
        return new Outcome(ManagementJson.flag(answer, "changed").orElse(false), card(answer));
    }

    private static EndpointCard card(Json.Obj card) {
        return new EndpointCard(
                ManagementJson.text(card, "appId"),
                ManagementJson.text(card, "address"),
                ManagementJson.text(card, "state"),
                ManagementJson.optional(card, "since"),
                ManagementJson.optional(card, "why"),
                ManagementJson.optional(card, "who"),
                Long.parseLong(ManagementJson.text(card, "waiting")),
                ManagementJson.optional(card, "firstDue"));
    }
}
