package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.Keys.BodyUse;
import io.quittance.bootstrap.management.Keys.KeyCard;
import io.quittance.bootstrap.management.Keys.NewKey;
import io.quittance.bootstrap.management.Keys.Outcome;
import io.quittance.bootstrap.management.Keys.Whose;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/** The keys in the JSON of the management API. Its two ends are of one version, so it is read without much ado. */
public final class KeysWire {
    private KeysWire() {}

    static Bytes write(Whose whose, NewKey key, ByWhom by) {
        return JsonWriter.object(o -> write(by.write(o), whose)
                .text("sort", key.sort())
                .text("key", Optional.of(key.text()).filter(text -> !text.isEmpty()))
                .text("from", key.from()));
    }

    static Bytes retire(Whose whose, String id, String until, ByWhom by) {
        return JsonWriter.object(
                o -> write(by.write(o), whose).text("fingerprint", id).text("until", until));
    }

    /** To retire one without an end, or to revoke it. */
    static Bytes alone(Whose whose, String id, ByWhom by) {
        return JsonWriter.object(o -> write(by.write(o), whose).text("fingerprint", id));
    }

    static Bytes move(Whose whose, String id, String text, ByWhom by) {
        return JsonWriter.object(
                o -> write(by.write(o), whose).text("fingerprint", id).text("key", text));
    }

    private static JsonWriter write(JsonWriter out, Whose whose) {
        return out.text("kind", whose.kind()).text("name", whose.name());
    }

    static Whose whose(Json.Obj wish) {
        return new Whose(ManagementJson.text(wish, "kind"), ManagementJson.optional(wish, "name"));
    }

    static NewKey newKey(Json.Obj wish) {
        return new NewKey(
                ManagementJson.optional(wish, "sort"),
                ManagementJson.optional(wish, "key").orElse(""),
                ManagementJson.optional(wish, "from"));
    }

    public static Bytes write(List<KeyCard> cards) {
        return JsonWriter.object(o -> o.array("keys", cards, KeysWire::write));
    }

    public static Bytes write(Outcome outcome) {
        return JsonWriter.object(
                o -> o.bool("changed", outcome.changed()).array("keys", outcome.keys(), KeysWire::write));
    }

    private static void write(JsonWriter out, KeyCard card) {
        out.text("kind", card.kind())
                .text("of", card.of())
                .text("sort", card.sort())
                .text("fingerprint", card.id())
                .text("from", card.from())
                .text("until", card.until())
                .text("state", card.state())
                .text("lastUsed", card.lastUsed())
                .text("changed", card.changed())
                .text("kept", card.kept());
        card.body().ifPresentOrElse(use -> out.object("body", o -> write(o, use)), () -> out.nul("body"));
    }

    private static void write(JsonWriter out, BodyUse use) {
        use.bodies().ifPresentOrElse(count -> out.number("bodies", count.toString()), () -> out.nul("bodies"));
        out.texts("heldBy", use.heldBy())
                .texts("lackedBy", use.lackedBy())
                .number("seen", Long.toString(use.seen()))
                .number("about", Long.toString(use.about()))
                .number("done", Long.toString(use.done()))
                .number("aside", Long.toString(use.aside()))
                .text("asideFirst", use.asideFirst());
    }

    private static Optional<BodyUse> use(Json value) {
        return value instanceof Json.Obj use ? Optional.of(use(use)) : Optional.empty();
    }

    private static long count(Json.Obj use, String field) {
        return ManagementJson.number(use, field).map(Long::parseLong).orElse(0L);
    }

    private static BodyUse use(Json.Obj use) {
        return new BodyUse(
                ManagementJson.number(use, "bodies").map(Long::valueOf),
                ManagementJson.texts(use, "heldBy"),
                ManagementJson.texts(use, "lackedBy"),
                count(use, "seen"),
                count(use, "about"),
                count(use, "done"),
                count(use, "aside"),
                ManagementJson.optional(use, "asideFirst"));
    }

    static Outcome outcome(byte[] body) {
        return new Outcome(
                ManagementJson.flag(ManagementJson.object(body), "changed").orElse(false), cards(body));
    }

    static List<KeyCard> cards(byte[] body) {
        return ManagementJson.items(ManagementJson.object(body), "keys").stream()
                .map(card -> new KeyCard(
                        ManagementJson.text(card, "kind"),
                        ManagementJson.optional(card, "of"),
                        ManagementJson.optional(card, "sort"),
                        ManagementJson.text(card, "fingerprint"),
                        ManagementJson.text(card, "from"),
                        ManagementJson.optional(card, "until"),
                        ManagementJson.text(card, "state"),
                        ManagementJson.optional(card, "lastUsed"),
                        ManagementJson.optional(card, "changed"),
                        ManagementJson.optional(card, "kept"),
                        card.field("body").flatMap(KeysWire::use)))
                .toList();
    }
}
