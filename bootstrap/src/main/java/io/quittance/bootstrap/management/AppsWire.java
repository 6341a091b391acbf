package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.AppForm.Upstream;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The apps in the JSON of the management API. Its two ends are of one version, so it is read without much ado. */
final class AppsWire {
    private AppsWire() {}

    static Bytes write(AppForm form) {
        return JsonWriter.object(o -> {
            o.text("appId", form.appId())
                    .text("merchantNo", form.merchantNo())
                    .text("publicKey", form.publicKey())
                    .text("notifyUrl", form.notifyUrl())
                    .text("payoutDialect", form.payoutDialect());
            form.upstream()
                    .ifPresent(upstream -> o.object(
                            "upstream",
                            u -> u.text("appId", upstream.appId())
                                    .text("merchantNo", upstream.merchantNo())
                                    .text("privateKey", upstream.privateKey())
                                    .text("publicKey", upstream.publicKey())));
        });
    }

    static AppForm form(byte[] body) {
        Json.Obj form = object(body);
        return new AppForm(
                text(form, "appId"),
                text(form, "merchantNo"),
                text(form, "publicKey"),
                text(form, "notifyUrl"),
                optional(form, "payoutDialect").orElse("v2"),
                form.field("upstream").map(AppsWire::upstream));
    }

    private static Upstream upstream(Json value) {
        if (!(value instanceof Json.Obj account)) {
            throw new Trouble("upstream is no JSON object.");
        }
        return new Upstream(
                text(account, "appId"),
                text(account, "merchantNo"),
                text(account, "privateKey"),
                text(account, "publicKey"));
    }

    static Bytes write(AppCard card) {
        return JsonWriter.object(o -> write(o, card));
    }

    static Bytes write(List<AppCard> cards) {
        return JsonWriter.object(o -> o.array("apps", cards, AppsWire::write));
    }

    private static void write(JsonWriter out, AppCard card) {
        out.text("appId", card.appId())
                .text("merchantNo", card.merchantNo())
                .bool("enabled", card.enabled())
                .text("notifyUrl", card.notifyUrl())
                .text("payoutDialect", card.payoutDialect())
                .array(
                        "keys",
                        card.keys(),
                        (k, key) ->
                                k.text("id", key.id()).text("from", key.from()).text("until", key.until()))
                .object(
                        "upstream",
                        u -> u.text("appId", card.upstreamAppId())
                                .text("merchantNo", card.upstreamMerchantNo())
                                .text("key", card.upstreamKey()));
    }

    static AppCard card(byte[] body) {
        return card(object(body));
    }

    static List<AppCard> cards(byte[] body) {
        return items(object(body), "apps").stream().map(AppsWire::card).toList();
    }

    private static AppCard card(Json.Obj card) {
        Json.Obj upstream = card.field("upstream").map(AppsWire::asObject).orElse(new Json.Obj(Map.of()));
        return new AppCard(
                text(card, "appId"),
                text(card, "merchantNo"),
                flag(card, "enabled").orElse(true),
                text(card, "notifyUrl"),
                text(card, "payoutDialect"),
                items(card, "keys").stream()
                        .map(key -> new AppCard.Key(text(key, "id"), text(key, "from"), optional(key, "until")))
                        .toList(),
                text(upstream, "appId"),
                text(upstream, "merchantNo"),
                optional(upstream, "key"));
    }

    static Json.Obj object(byte[] body) {
        try {
            return asObject(JsonReader.read(body));
        } catch (JsonFault e) {
            throw new Trouble("This is not the JSON of the management API: " + e.getMessage() + ".", e);
        }
    }

    static String text(Json.Obj object, String field) {
        return optional(object, field).orElseThrow(() -> new Trouble("The field " + field + " is missing."));
    }

    static Optional<String> optional(Json.Obj object, String field) {
        return object.field(field)
                .flatMap(value -> value instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty());
    }

    static Optional<Boolean> flag(Json.Obj object, String field) {
        return object.field(field)
                .flatMap(value -> value instanceof Json.Bool(var flag) ? Optional.of(flag) : Optional.empty());
    }

    static List<Json.Obj> items(Json.Obj object, String field) {
        return object
                .field(field)
                .map(value -> value instanceof Json.Arr(var items) ? items : List.<Json>of())
                .orElse(List.of())
                .stream()
                .map(AppsWire::asObject)
                .toList();
    }

    private static Json.Obj asObject(Json value) {
        if (value instanceof Json.Obj object) {
            return object;
        }
        throw new Trouble("This is not the JSON of the management API: an object is missing.");
    }
}
