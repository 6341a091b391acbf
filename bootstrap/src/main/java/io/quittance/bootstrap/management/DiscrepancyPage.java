package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.StoryPage.Order;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import java.util.List;
import java.util.Optional;

/** Reads what {@link DiscrepancyCases} answer, for those who print it. */
public final class DiscrepancyPage {
    private DiscrepancyPage() {}

    /**
     * What is printed of one.
     *
     * @param order its kind and our number of it
     * @param ended when, by whom and why
     */
    public record One(
            String number,
            String state,
            String at,
            String why,
            Optional<String> appId,
            Optional<String> account,
            Optional<String> order,
            Optional<String> cameTo,
            String keyId,
            String repeats,
            Optional<String> ended) {}

    /** @param adopting what would come of it, or why it cannot be */
    public record Whole(
            One one,
            Optional<String> body,
            String bytes,
            Optional<Order> order,
            boolean closes,
            boolean adopts,
            String adopting,
            boolean settles,
            List<String> looks) {}

    /** What was done. */
    public record Done(boolean changed, boolean moved, One one) {}

    public static List<One> all(Bytes page) {
        return ManagementJson.items(ManagementJson.object(page.toArray()), "discrepancies").stream()
                .map(DiscrepancyPage::one)
                .toList();
    }

    public static Done done(Bytes answer) {
        Json.Obj all = ManagementJson.object(answer.toArray());
        return new Done(
                ManagementJson.flag(all, "changed").orElse(false),
                ManagementJson.flag(all, "moved").orElse(false),
                one(object(all, "discrepancy").orElseThrow()));
    }

    public static Whole whole(Bytes answer) {
        Json.Obj all = ManagementJson.object(answer.toArray());
        Json.Obj adopting = object(all, "adopting").orElseThrow();
        return new Whole(
                one(object(all, "discrepancy").orElseThrow()),
                ManagementJson.optional(all, "body"),
                ManagementJson.number(all, "bytes").orElse("?"),
                object(all, "order").map(StoryPage::order),
                ManagementJson.flag(all, "closes").orElse(false),
                ManagementJson.flag(adopting, "possible").orElse(false),
                ManagementJson.text(adopting, "what"),
                ManagementJson.flag(all, "settles").orElse(false),
                ManagementJson.items(all, "looks").stream()
                        .map(look -> ManagementJson.text(look, "at") + " by " + ManagementJson.text(look, "person")
                                + ": " + ManagementJson.text(look, "reason"))
                        .toList());
    }

    private static Optional<Json.Obj> object(Json.Obj all, String field) {
        return all.field(field)
                .flatMap(value -> value instanceof Json.Obj object ? Optional.of(object) : Optional.empty());
    }

    private static One one(Json.Obj one) {
        return new One(
                ManagementJson.number(one, "number").orElse("?"),
                ManagementJson.text(one, "state"),
                ManagementJson.text(one, "at"),
                ManagementJson.text(one, "why"),
                ManagementJson.optional(one, "appId"),
                ManagementJson.optional(one, "account"),
                ManagementJson.optional(one, "kind").map(kind -> kind + " " + ManagementJson.text(one, "order")),
                ManagementJson.optional(one, "cameTo"),
                ManagementJson.text(one, "keyId"),
                ManagementJson.number(one, "repeats").orElse("0"),
                ManagementJson.optional(one, "endedAt")
                        .map(at -> at + " by " + ManagementJson.text(one, "endedBy") + ": "
                                + ManagementJson.text(one, "endedWhy")));
    }
}
