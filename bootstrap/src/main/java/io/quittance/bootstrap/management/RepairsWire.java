package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.Repairs.By;
import io.quittance.bootstrap.management.Repairs.Done;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;

/** What a person does to an order, and what came of it, as they stand in the JSON of the management API. */
final class RepairsWire {
    private RepairsWire() {}

    static JsonWriter write(JsonWriter out, By by) {
        return out.text("kind", by.kind())
                .text("number", by.number())
                .text("reason", by.reason())
                .text("person", by.person());
    }

    static By by(Json.Obj fields) {
        return new By(
                ManagementJson.text(fields, "kind"),
                ManagementJson.text(fields, "number"),
                ManagementJson.text(fields, "reason"),
                ManagementJson.text(fields, "person"));
    }

    static Bytes write(Done done) {
        return JsonWriter.object(o -> o.bool("changed", done.changed()));
    }

    static Done done(byte[] answer) {
        return new Done(
                ManagementJson.flag(ManagementJson.object(answer), "changed").orElse(false));
    }
}
