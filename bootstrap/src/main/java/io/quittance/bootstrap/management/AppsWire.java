package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.AppForm.Upstream;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import java.util.List;
import java.util.Map;

/** The apps in the JSON of the management API. Its two ends are of one version, so it is read without much ado. */
public final class AppsWire {
    private AppsWire() {}

    static Bytes write(AppForm form) {
        return JsonWriter.object(o -> {
            o.text("appId", form.appId())
                    .text("merchantNo", form.merchantNo())
                    .text("publicKey", form.publicKey())
                    .text("notifyUrl", form.notifyUrl())
                    .text("payoutDialect", form.payoutDialect())
                    .texts("hosts", form.hosts());
            form.upstream()
                    .ifPresent(upstream -> o.object(
                            "upstream",
                            u -> u.text("appId", upstream.appId())
                                    .text("merchantNo", upstream.merchantNo())
                                    .text("privateKey", upstream.privateKey())
                                    .text("publicKey", upstream.publicKey())));
        });
    }

    static AppForm form(Json.Obj form) {
        return new AppForm(
                ManagementJson.text(form, "appId"),
                ManagementJson.text(form, "merchantNo"),
                ManagementJson.text(form, "publicKey"),
                ManagementJson.text(form, "notifyUrl"),
                ManagementJson.optional(form, "payoutDialect").orElse("v2"),
                form.field("upstream").map(AppsWire::upstream),
                ManagementJson.texts(form, "hosts"));
    }

    private static Upstream upstream(Json value) {
        if (!(value instanceof Json.Obj account)) {
            throw new Trouble("upstream is no JSON object.");
        }
        return new Upstream(
                ManagementJson.text(account, "appId"),
                ManagementJson.text(account, "merchantNo"),
                ManagementJson.text(account, "privateKey"),
                ManagementJson.text(account, "publicKey"));
    }

    static Bytes write(AppChange change, ByWhom by) {
        return JsonWriter.object(o -> {
            by.write(o)
                    .text("merchantNo", change.merchantNo())
                    .text("notifyUrl", change.notifyUrl())
                    .text("payoutDialect", change.payoutDialect());
            change.hosts().ifPresent(hosts -> o.texts("hosts", hosts));
            change.enabled().ifPresent(enabled -> o.bool("enabled", enabled));
            o.object("upstream", u -> change.upstream().forEach(u::text));
        });
    }

    static AppChange change(Json.Obj wish) {
        return new AppChange(
                ManagementJson.optional(wish, "merchantNo"),
                ManagementJson.optional(wish, "notifyUrl"),
                ManagementJson.optional(wish, "payoutDialect"),
                ManagementJson.flag(wish, "enabled"),
                ManagementJson.map(wish, "upstream"),
                wish.field("hosts").map(_ -> ManagementJson.texts(wish, "hosts")));
    }

    public static Bytes write(Apps.Changed changed) {
        return JsonWriter.object(o -> o.bool("changed", changed.changed()).object("app", a -> write(a, changed.app())));
    }

    static Apps.Changed changed(byte[] body) {
        Json.Obj answer = ManagementJson.object(body);
        return new Apps.Changed(
                ManagementJson.flag(answer, "changed").orElse(false),
                card(answer.field("app").map(ManagementJson::asObject).orElse(new Json.Obj(Map.of()))));
    }

    public static Bytes write(AppCard card) {
        return JsonWriter.object(o -> write(o, card));
    }

    public static Bytes write(List<AppCard> cards) {
        return JsonWriter.object(o -> o.array("apps", cards, AppsWire::write));
    }

    private static void write(JsonWriter out, AppCard card) {
        out.text("appId", card.appId())
                .text("merchantNo", card.merchantNo())
                .bool("enabled", card.enabled())
                .text("notifyUrl", card.notifyUrl())
                .text("payoutDialect", card.payoutDialect())
                .texts("hosts", card.hosts())
                .array(
                        "keys",
                        card.keys(),
                        (k, key) ->
                                k.text("id", key.id()).text("from", key.from()).text("until", key.until()))
                .object(
                        "upstream",
                        u -> u.text("appId", card.upstreamAppId())
                                .text("merchantNo", card.upstreamMerchantNo())
                                .text("key", card.upstreamKey()))
                .text("removedAt", card.removedAt())
                .array("changes", card.changes(), AppsWire::change);
    }

    static void change(JsonWriter out, AppCard.Change change) {
        out.text("at", change.at())
                .text("person", change.person())
                .text("reason", change.reason())
                .text("field", change.field())
                .text("was", change.was())
                .text("became", change.became());
    }

    static List<AppCard.Change> changes(Json.Obj card, String field) {
        return ManagementJson.items(card, field).stream()
                .map(change -> new AppCard.Change(
                        ManagementJson.text(change, "at"),
                        ManagementJson.text(change, "person"),
                        ManagementJson.text(change, "reason"),
                        ManagementJson.text(change, "field"),
                        ManagementJson.text(change, "was"),
                        ManagementJson.text(change, "became")))
                .toList();
    }

    static AppCard card(byte[] body) {
        return card(ManagementJson.object(body));
    }

    static List<AppCard> cards(byte[] body) {
        return ManagementJson.items(ManagementJson.object(body), "apps").stream()
                .map(AppsWire::card)
                .toList();
    }

    private static AppCard card(Json.Obj card) {
        Json.Obj upstream = card.field("upstream").map(ManagementJson::asObject).orElse(new Json.Obj(Map.of()));
        return new AppCard(
                ManagementJson.text(card, "appId"),
                ManagementJson.text(card, "merchantNo"),
                ManagementJson.flag(card, "enabled").orElse(true),
                ManagementJson.text(card, "notifyUrl"),
                ManagementJson.text(card, "payoutDialect"),
                ManagementJson.items(card, "keys").stream()
                        .map(key -> new AppCard.Key(
                                ManagementJson.text(key, "id"),
                                ManagementJson.text(key, "from"),
                                ManagementJson.optional(key, "until")))
                        .toList(),
                ManagementJson.text(upstream, "appId"),
                ManagementJson.text(upstream, "merchantNo"),
                ManagementJson.optional(upstream, "key"),
                ManagementJson.optional(card, "removedAt"),
                changes(card, "changes"),
                ManagementJson.texts(card, "hosts"));
    }
}
