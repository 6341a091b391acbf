package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.AppAccounts.AccountCard;
import io.quittance.bootstrap.management.AppAccounts.RouteForm;
import io.quittance.bootstrap.management.AppAccounts.Routed;
import io.quittance.bootstrap.management.AppAccounts.Routing;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts in the JSON of the management API. Its two ends are of one version, so it is read without much ado. */
public final class AccountsWire {
    /** A wish to open one. */
    record Opening(String appId, String acquirer, Map<String, String> settings) {
        /** Never shows the settings. */
        @Override
        public String toString() {
            return "Opening[" + appId + ", " + acquirer + "]";
        }
    }

    private AccountsWire() {}

    static Bytes write(Opening wish) {
        return JsonWriter.object(o -> o.text("appId", wish.appId())
                .text("acquirer", wish.acquirer())
                .object("settings", s -> wish.settings().forEach(s::text)));
    }

    static Opening opening(Json.Obj wish) {
        return new Opening(ManagementJson.text(wish, "appId"), ManagementJson.text(wish, "acquirer"), settings(wish));
    }

    static Bytes write(Map<String, String> settings, ByWhom by) {
        return JsonWriter.object(o -> by.write(o).object("settings", s -> settings.forEach(s::text)));
    }

    static Map<String, String> settings(Json.Obj wish) {
        return ManagementJson.map(wish, "settings");
    }

    public static Bytes write(AppAccounts.Changed changed) {
        return JsonWriter.object(o ->
                o.bool("changed", changed.changed()).object("account", a -> write(a, changed.account())));
    }

    static AppAccounts.Changed changed(byte[] body) {
        Json.Obj answer = ManagementJson.object(body);
        return new AppAccounts.Changed(
                ManagementJson.flag(answer, "changed").orElse(false),
                card(answer.field("account").map(ManagementJson::asObject).orElse(new Json.Obj(Map.of()))));
    }

    static Bytes write(RouteForm when, Optional<String> account) {
        return JsonWriter.object(o -> {
            o.text("service", when.service()).text("currency", when.currency()).text("country", when.country());
            account.ifPresent(number -> o.text("account", number));
        });
    }

    static RouteForm when(Json.Obj form) {
        return new RouteForm(
                ManagementJson.optional(form, "service"),
                ManagementJson.optional(form, "currency"),
                ManagementJson.optional(form, "country"));
    }

    public static Bytes write(AccountCard card) {
        return JsonWriter.object(o -> write(o, card));
    }

    public static Bytes write(List<AccountCard> cards) {
        return JsonWriter.object(o -> o.array("accounts", cards, AccountsWire::write));
    }

    private static void write(JsonWriter out, AccountCard card) {
        out.text("id", card.id())
                .text("appId", card.appId())
                .text("acquirer", card.acquirer())
                .text("handles", card.handles())
                .number("version", Integer.toString(card.version()))
                .texts("serves", card.serves())
                .texts("routes", card.routes());
    }

    static AccountCard card(byte[] body) {
        return card(ManagementJson.object(body));
    }

    static List<AccountCard> cards(byte[] body) {
        return ManagementJson.items(ManagementJson.object(body), "accounts").stream()
                .map(AccountsWire::card)
                .toList();
    }

    private static AccountCard card(Json.Obj card) {
        return new AccountCard(
                ManagementJson.text(card, "id"),
                ManagementJson.text(card, "appId"),
                ManagementJson.text(card, "acquirer"),
                ManagementJson.text(card, "handles"),
                ManagementJson.number(card, "version").map(Integer::valueOf).orElse(0),
                ManagementJson.texts(card, "serves"),
                ManagementJson.texts(card, "routes"));
    }

    public static Bytes write(Routing routing) {
        return JsonWriter.object(o -> write(o, routing));
    }

    public static Bytes write(Routed routed) {
        return JsonWriter.object(o -> write(o.bool("changed", routed.changed()), routed.routing()));
    }

    private static void write(JsonWriter out, Routing routing) {
        out.array(
                        "rules",
                        routing.rules(),
                        (r, rule) -> r.text("service", rule.service())
                                .text("currency", rule.currency())
                                .text("country", rule.country())
                                .text("account", rule.account()))
                .text("otherwise", routing.otherwise());
    }

    static Routed routed(byte[] body) {
        return new Routed(
                ManagementJson.flag(ManagementJson.object(body), "changed").orElse(false), routing(body));
    }

    static Routing routing(byte[] body) {
        Json.Obj routing = ManagementJson.object(body);
        return new Routing(
                ManagementJson.items(routing, "rules").stream()
                        .map(rule -> new Routing.Rule(
                                ManagementJson.text(rule, "service"),
                                ManagementJson.text(rule, "currency"),
                                ManagementJson.text(rule, "country"),
                                ManagementJson.text(rule, "account")))
                        .toList(),
                ManagementJson.text(routing, "otherwise"));
    }
}
