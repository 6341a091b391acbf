package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import java.util.List;
import java.util.Optional;

/** Reads what {@link Persons} answer, for those who print it. */
public final class PersonPage {
    private PersonPage() {}

    /** Orders in which somebody is named. @param unreadable rows that could not be read */
    public record Found(List<Order> orders, long rows, long unreadable, Optional<String> behind) {
        /** @param number ours */
        public record Order(String kind, String number) {}
    }

    public static Found found(Bytes page) {
        Json.Obj all = ManagementJson.object(page.toArray());
        return new Found(
                ManagementJson.items(all, "orders").stream()
                        .map(one ->
                                new Found.Order(ManagementJson.text(one, "kind"), ManagementJson.text(one, "number")))
                        .toList(),
                ManagementJson.whole(all, "rows"),
                ManagementJson.whole(all, "unreadable"),
                ManagementJson.optional(all, "behind"));
    }
}
