package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import java.util.List;
import java.util.Optional;

/** Reads what {@link Audits} answer, for those who print it. */
public final class AuditPage {
    private AuditPage() {}

    /** The first thing that is wrong with an order. */
    public record Damaged(String kind, String number, String row, String what, String why) {}

    public record Part(long orders, long rows, List<Damaged> damages, Optional<String> behind) {}

    public record Anchors(List<String> lines, Optional<String> behind) {}

    /** @param orders each with its kind */
    public record Vouched(List<String> orders, long rows, List<Damaged> damages, Optional<String> behind) {}

    public static Part part(Bytes page) {
        Json.Obj all = ManagementJson.object(page.toArray());
        return new Part(
                ManagementJson.whole(all, "orders"), ManagementJson.whole(all, "rows"), damages(all), behind(all));
    }

    public static Anchors anchors(Bytes page) {
        Json.Obj all = ManagementJson.object(page.toArray());
        return new Anchors(ManagementJson.texts(all, "anchors"), behind(all));
    }

    public static Vouched vouched(Bytes page) {
        Json.Obj all = ManagementJson.object(page.toArray());
        List<String> orders = ManagementJson.items(all, "orders").stream()
                .map(one -> ManagementJson.text(one, "kind") + " " + ManagementJson.text(one, "number"))
                .toList();
        return new Vouched(orders, ManagementJson.whole(all, "rows"), damages(all), behind(all));
    }

    private static List<Damaged> damages(Json.Obj all) {
        return ManagementJson.items(all, "damages").stream()
                .map(one -> new Damaged(
                        ManagementJson.text(one, "kind"),
                        ManagementJson.text(one, "number"),
                        Long.toString(ManagementJson.whole(one, "row")),
                        ManagementJson.text(one, "what"),
                        ManagementJson.text(one, "why")))
                .toList();
    }

    private static Optional<String> behind(Json.Obj all) {
        return ManagementJson.optional(all, "behind");
    }
}
