package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import java.util.List;
import java.util.Optional;

/** Reads what {@link Deliveries} answer, for those who print it. */
public final class DeliveryPage {
    private DeliveryPage() {}

    /** What is printed of a message that is owed. */
    public record Owed(
            String id,
            String kind,
            String number,
            String row,
            String appId,
            String endpoint,
            String state,
            String attempt,
            Optional<String> dueAt,
            Optional<String> why,
            Optional<String> owedAt,
            String address) {}

    /** What is printed of one that its merchant has. */
    public record Told(String row, String endpoint, String owedAt, String toldAt) {}

    public record Listed(List<Owed> owed, List<Told> told, Optional<String> behind) {}

    /** @param next when it is told, and why then. @param endpointState how its endpoint stands */
    public record Whole(
            Owed owed,
            String next,
            Optional<String> type,
            String dialect,
            String endpointState,
            StoryPage.Order order,
            Optional<String> body,
            List<StoryPage.Row> attempts) {}

    public record Count(String count, Optional<String> oldest, Optional<String> newest, String again) {}

    /** @param held the endpoints at which it waits for a person who releases them */
    public record Sent(String outcome, String kind, String number, List<String> held) {
        public Sent {
            held = List.copyOf(held);
        }
    }

    /** @param held how many messages wait for a person who releases their endpoint; counted with the last batch */
    public record Batch(int armed, int already, long held, Optional<String> behind) {}

    public static Listed listed(Bytes page) {
        Json.Obj all = ManagementJson.object(page.toArray());
        return new Listed(
                ManagementJson.items(all, "deliveries").stream()
                        .map(DeliveryPage::owed)
                        .toList(),
                ManagementJson.items(all, "delivered").stream()
                        .map(one -> new Told(
                                ManagementJson.number(one, "row").orElse("?"),
                                ManagementJson.text(one, "endpoint"),
                                ManagementJson.text(one, "owedAt"),
                                ManagementJson.text(one, "toldAt")))
                        .toList(),
                ManagementJson.optional(all, "behind"));
    }

    private static Owed owed(Json.Obj one) {
        return new Owed(
                ManagementJson.text(one, "id"),
                ManagementJson.text(one, "kind"),
                ManagementJson.text(one, "number"),
                ManagementJson.number(one, "row").orElse("?"),
                ManagementJson.optional(one, "appId").orElse("?"),
                ManagementJson.optional(one, "endpoint").orElse("?"),
                ManagementJson.text(one, "state"),
                ManagementJson.number(one, "attempt").orElse("0"),
                ManagementJson.optional(one, "dueAt"),
                ManagementJson.optional(one, "why"),
                ManagementJson.optional(one, "owedAt"),
                ManagementJson.optional(one, "address").orElse("?"));
    }

    public static Whole whole(Bytes answer) {
        Json.Obj all = ManagementJson.object(answer.toArray());
        return new Whole(
                owed(ManagementJson.asObject(all.field("delivery").orElseThrow())),
                ManagementJson.text(all, "next"),
                ManagementJson.optional(all, "type"),
                ManagementJson.text(all, "dialect"),
                ManagementJson.text(all, "endpointState"),
                StoryPage.order(ManagementJson.asObject(all.field("order").orElseThrow())),
                ManagementJson.optional(all, "body"),
                ManagementJson.items(all, "attempts").stream()
                        .map(StoryPage::row)
                        .toList());
    }

    public static Count count(Bytes answer) {
        Json.Obj all = ManagementJson.object(answer.toArray());
        return new Count(
                ManagementJson.number(all, "count").orElse("0"),
                ManagementJson.optional(all, "oldest"),
                ManagementJson.optional(all, "newest"),
                ManagementJson.number(all, "again").orElse("0"));
    }

    public static Sent sent(Bytes answer) {
        Json.Obj all = ManagementJson.object(answer.toArray());
        return new Sent(
                ManagementJson.text(all, "outcome"),
                ManagementJson.text(all, "kind"),
                ManagementJson.text(all, "number"),
                ManagementJson.texts(all, "held"));
    }

    public static Batch batch(Bytes answer) {
        Json.Obj all = ManagementJson.object(answer.toArray());
        return new Batch(
                ManagementJson.number(all, "armed").map(Integer::valueOf).orElse(0),
                ManagementJson.number(all, "already").map(Integer::valueOf).orElse(0),
                ManagementJson.number(all, "held").map(Long::valueOf).orElse(0L),
                ManagementJson.optional(all, "behind"));
    }
}
