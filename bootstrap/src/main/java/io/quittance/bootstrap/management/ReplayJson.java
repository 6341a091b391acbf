package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.Replays.Difference;
import io.quittance.bootstrap.management.Replays.Page;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import java.util.List;

/** How a replay is written in JSON, for the API and for {@code --json}, and read again. */
public final class ReplayJson {
    private ReplayJson() {}

    public static Bytes written(Page page) {
        return JsonWriter.object(o -> o.number("orders", Integer.toString(page.orders()))
                .number("messages", Integer.toString(page.messages()))
                .number("skipped", Integer.toString(page.skipped()))
                .array("differences", page.differences(), ReplayJson::difference)
                .text("behind", page.behind()));
    }

    private static void difference(JsonWriter out, Difference one) {
        out.text("kind", one.kind())
                .text("number", one.number())
                .number("row", Integer.toString(one.row()))
                .text("at", one.at())
                .text("then", one.then())
                .text("now", one.now());
    }

    static Page read(byte[] body) {
        Json.Obj page = ManagementJson.object(body);
        List<Difference> differences = ManagementJson.items(page, "differences").stream()
                .map(one -> new Difference(
                        ManagementJson.text(one, "kind"),
                        ManagementJson.text(one, "number"),
                        number(one, "row"),
                        ManagementJson.text(one, "at"),
                        ManagementJson.text(one, "then"),
                        ManagementJson.text(one, "now")))
                .toList();
        return new Page(
                number(page, "orders"),
                number(page, "messages"),
                number(page, "skipped"),
                differences,
                ManagementJson.optional(page, "behind"));
    }

    private static int number(Json.Obj object, String field) {
        return ManagementJson.number(object, field).map(Integer::valueOf).orElse(0);
    }
}
