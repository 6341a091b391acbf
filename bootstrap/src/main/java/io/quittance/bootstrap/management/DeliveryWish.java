package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.Deliveries.Filter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is asked of deliveries, by the names of the management API. */
final class DeliveryWish {
    private DeliveryWish() {}

    /** @param named what stands under a name */
    static Filter read(Function<String, Optional<String>> named) {
        return new Filter(
                named.apply("order"),
                named.apply("appId"),
                named.apply("kind"),
                named.apply("state"),
                named.apply("since"),
                named.apply("until"));
    }

    static Map<String, String> of(Filter filter) {
        Map<String, String> asked = new HashMap<>();
        filter.order().ifPresent(order -> asked.put("order", order));
        filter.appId().ifPresent(app -> asked.put("appId", app));
        filter.kind().ifPresent(kind -> asked.put("kind", kind));
        filter.state().ifPresent(state -> asked.put("state", state));
        filter.since().ifPresent(since -> asked.put("since", since));
        filter.until().ifPresent(until -> asked.put("until", until));
        return asked;
    }
}
