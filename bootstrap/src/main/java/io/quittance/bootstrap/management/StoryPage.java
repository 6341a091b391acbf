package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.Counted;
import io.quittance.http.json.Json;
import java.util.List;
import java.util.Optional;

/** Reads what {@link Stories} answer, for those who print it. */
public final class StoryPage {
    private StoryPage() {}

    /** What is printed of an order. @param amount with its currency */
    public record Order(
            String kind,
            String number,
            String appId,
            List<String> theirs,
            Optional<String> upstream,
            String account,
            String state,
            Optional<String> amount,
            String createdAt,
            Optional<String> endedAt,
            Optional<String> failure,
            Optional<String> overdueAt) {}

    /** What is still to be done. @param what the step, or the row that is told */
    public record Waiting(
            String what, String attempt, Optional<String> dueAt, Optional<String> stopped, Optional<String> why) {}

    /** One thing that happened. @param more what else is known of it, in short */
    public record Row(String row, String at, String kind, String note, List<String> more, Optional<String> body) {}

    /**
     * @param overdueFrom when a person should look at it unless it ends before
     * @param discrepancies the numbers of the open ones, and why
     */
    public record Whole(
            Order order,
            Optional<String> overdueFrom,
            Optional<Waiting> asking,
            List<Waiting> telling,
            List<String> discrepancies,
            List<Row> rows) {}

    public static List<Order> orders(Bytes page) {
        return ManagementJson.items(ManagementJson.object(page.toArray()), "orders").stream()
                .map(StoryPage::order)
                .toList();
    }

    /** Where the next page begins. */
    public static Optional<String> behind(Bytes page) {
        return ManagementJson.optional(ManagementJson.object(page.toArray()), "behind");
    }

    public static Whole story(Bytes story) {
        Json.Obj all = ManagementJson.object(story.toArray());
        return new Whole(
                order(ManagementJson.asObject(all.field("order").orElseThrow())),
                ManagementJson.optional(all, "overdueFrom"),
                all.field("asking")
                        .flatMap(one -> one instanceof Json.Obj asking
                                ? Optional.of(waiting(asking, "step"))
                                : Optional.empty()),
                ManagementJson.items(all, "telling").stream()
                        .map(one -> waiting(one, "row"))
                        .toList(),
                ManagementJson.items(all, "discrepancies").stream()
                        .map(one -> ManagementJson.number(one, "number").orElse("?") + ": "
                                + ManagementJson.text(one, "why"))
                        .toList(),
                ManagementJson.items(all, "journal").stream()
                        .map(StoryPage::row)
                        .toList());
    }

    static Order order(Json.Obj order) {
        Optional<String> message =
                ManagementJson.optional(order, "failureMessage").filter(text -> !text.isEmpty());
        Optional<String> state = ManagementJson.optional(order, "detail")
                .map(detail -> ManagementJson.text(order, "state") + " (" + detail + ")");
        return new Order(
                ManagementJson.text(order, "kind"),
                ManagementJson.text(order, "number"),
                ManagementJson.optional(order, "appId").orElse("?"),
                ManagementJson.items(order, "theirs").stream()
                        .map(one -> ManagementJson.text(one, "field") + " " + ManagementJson.text(one, "value"))
                        .toList(),
                ManagementJson.optional(order, "upstream"),
                ManagementJson.number(order, "account").orElse("?"),
                state.orElseGet(() -> ManagementJson.text(order, "state")),
                ManagementJson.number(order, "amount")
                        .map(amount -> amount + " " + ManagementJson.text(order, "currency")),
                ManagementJson.text(order, "createdAt"),
                ManagementJson.optional(order, "endedAt"),
                ManagementJson.optional(order, "failureCode")
                        .map(code -> code + message.map(text -> ": " + text).orElse("")),
                ManagementJson.optional(order, "overdueAt"));
    }

    private static Waiting waiting(Json.Obj one, String what) {
        return new Waiting(
                ManagementJson.optional(one, what)
                        .or(() -> ManagementJson.number(one, what))
                        .orElse("?"),
                ManagementJson.number(one, "attempt").orElse("0"),
                ManagementJson.optional(one, "dueAt"),
                ManagementJson.optional(one, "stopped"),
                ManagementJson.optional(one, "why"));
    }

    static Row row(Json.Obj row) {
        Optional<String> body = ManagementJson.optional(row, "body");
        List<String> more = List.of(
                        ManagementJson.number(row, "status").map("status "::concat),
                        ManagementJson.number(row, "tookMillis").map(took -> took + " ms"),
                        ManagementJson.optional(row, "who").map("by "::concat),
                        ManagementJson.optional(row, "keyId").map(key -> "verified by key " + key),
                        ManagementJson.number(row, "repeats")
                                .map(times -> "came again " + Counted.of(Long.parseLong(times), "time")),
                        ManagementJson.number(row, "bytes")
                                .filter(_ -> body.isEmpty())
                                .map(bytes -> bytes + " bytes that are no JSON"),
                        ManagementJson.optional(row, "unreadable").map("its body cannot be read: "::concat))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        return new Row(
                ManagementJson.number(row, "row").orElse("?"),
                ManagementJson.text(row, "at"),
                ManagementJson.text(row, "kind"),
                ManagementJson.text(row, "note"),
                more,
                body);
    }
}
