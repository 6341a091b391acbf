package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.Endpoints.Certificate;
import io.quittance.bootstrap.management.Endpoints.EndpointCard;
import io.quittance.bootstrap.management.Endpoints.Outcome;
import io.quittance.bootstrap.management.Endpoints.Tested;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.terms.TermsWish;
import java.util.List;

/** The endpoints in the JSON of the management API. Its two ends are of one version, so it is read without much ado. */
public final class EndpointsWire {
    private EndpointsWire() {}

    public static Bytes write(List<EndpointCard> cards) {
        return JsonWriter.object(o -> o.array("endpoints", cards, EndpointsWire::write));
    }

    public static Bytes write(EndpointCard card) {
        return JsonWriter.object(o -> write(o, card));
    }

    public static Bytes write(Outcome outcome) {
        return JsonWriter.object(o -> write(
                o.bool("changed", outcome.changed()).number("armed", Integer.toString(outcome.armed())),
                outcome.endpoint()));
    }

    private static void write(JsonWriter out, EndpointCard card) {
        out.text("appId", card.appId())
                .text("name", card.name())
                .text("address", card.address())
                .text("dialect", card.dialect())
                .texts("kinds", card.kinds())
                .bool("exclusive", card.exclusive())
                .text("removedAt", card.removedAt())
                .array(
                        "tls",
                        card.tls(),
                        (c, one) -> c.text("use", one.use())
                                .text("subject", one.subject())
                                .text("fingerprint", one.fingerprint())
                                .text("until", one.until()))
                .text("state", card.state())
                .text("since", card.since())
                .text("why", card.why())
                .text("who", card.who());
        StoryJson.number(out, "perSecond", card.perSecond().map(Object::toString));
        out.number("waiting", Long.toString(card.waiting()))
                .text("firstDue", card.firstDue())
                .array("holds", card.holds(), AppsWire::change);
    }

    public static Bytes write(Tested tested) {
        return JsonWriter.object(o -> {
            o.text("appId", tested.appId())
                    .text("name", tested.name())
                    .text("address", tested.address())
                    .text("dialect", tested.dialect())
                    .bool("acknowledged", tested.acknowledged());
            StoryJson.number(o, "status", tested.status().map(Object::toString));
            StoryJson.number(o, "tookMillis", tested.tookMillis().map(Object::toString));
            o.text("why", tested.why()).text("answer", tested.answer());
        });
    }

    static Tested tested(byte[] body) {
        Json.Obj tested = ManagementJson.object(body);
        return new Tested(
                ManagementJson.text(tested, "appId"),
                ManagementJson.text(tested, "name"),
                ManagementJson.text(tested, "address"),
                ManagementJson.text(tested, "dialect"),
                ManagementJson.flag(tested, "acknowledged").orElse(false),
                ManagementJson.number(tested, "status").map(Integer::valueOf),
                ManagementJson.number(tested, "tookMillis").map(Long::valueOf),
                ManagementJson.text(tested, "why"),
                ManagementJson.text(tested, "answer"));
    }

    static void write(JsonWriter out, TermsWish wish) {
        out.text("authorities", wish.authorities())
                .text("certificate", wish.certificate())
                .text("privateKey", wish.privateKey());
    }

    static TermsWish terms(Json.Obj wish) {
        return new TermsWish(
                ManagementJson.optional(wish, "authorities"),
                ManagementJson.optional(wish, "certificate"),
                ManagementJson.optional(wish, "privateKey"));
    }

    static void write(JsonWriter out, EndpointWish wish) {
        out.text("notifyUrl", wish.notifyUrl()).text("payoutDialect", wish.payoutDialect());
        wish.kinds().ifPresent(kinds -> out.texts("kinds", kinds));
        wish.exclusive().ifPresent(exclusive -> out.bool("exclusive", exclusive));
    }

    static EndpointWish wish(Json.Obj wish) {
        return new EndpointWish(
                ManagementJson.optional(wish, "notifyUrl"),
                ManagementJson.optional(wish, "payoutDialect"),
                wish.field("kinds").map(_ -> ManagementJson.texts(wish, "kinds")),
                ManagementJson.flag(wish, "exclusive"));
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
        return new Outcome(
                ManagementJson.flag(answer, "changed").orElse(false),
                ManagementJson.number(answer, "armed").map(Integer::parseInt).orElse(0),
                card(answer));
    }

    private static EndpointCard card(Json.Obj card) {
        return new EndpointCard(
                ManagementJson.text(card, "appId"),
                ManagementJson.text(card, "name"),
                ManagementJson.text(card, "address"),
                ManagementJson.text(card, "dialect"),
                ManagementJson.texts(card, "kinds"),
                ManagementJson.flag(card, "exclusive").orElse(false),
                ManagementJson.optional(card, "removedAt"),
                ManagementJson.items(card, "tls").stream()
                        .map(one -> new Certificate(
                                ManagementJson.text(one, "use"),
                                ManagementJson.text(one, "subject"),
                                ManagementJson.text(one, "fingerprint"),
                                ManagementJson.text(one, "until")))
                        .toList(),
                ManagementJson.text(card, "state"),
                ManagementJson.optional(card, "since"),
                ManagementJson.optional(card, "why"),
                ManagementJson.optional(card, "who"),
                ManagementJson.number(card, "perSecond").map(Integer::valueOf),
                ManagementJson.number(card, "waiting").map(Long::parseLong).orElse(0L),
                ManagementJson.optional(card, "firstDue"),
                AppsWire.changes(card, "holds"));
    }
}
