package io.quittance.persistence.story;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.story.Summary;
import java.util.Arrays;
import java.util.List;

/** In which states orders may be, as {@link Summary#state} says them. */
public final class OrderStates {
    private OrderStates() {}

    /** Those of one kind, the open one first. */
    public static List<String> of(ObjectRef.Kind kind) {
        return switch (kind) {
            case CAPTURE, CANCEL, PAYMENT -> List.of("PENDING", "SUCCESS", "FAILED");
            case PAYOUT -> List.of("PENDING", "SUCCESS", "FAILED", "BOUNCEBACK");
            case PAYMENT_LINK -> List.of("ACTIVE", "PAID", "EXPIRED");
            case RELAY, NEWS -> List.of("PASSED_ON");
        };
    }

    /** Those of all kinds, each once. */
    public static List<String> all() {
        return Arrays.stream(ObjectRef.Kind.values())
                .flatMap(kind -> of(kind).stream())
                .distinct()
                .toList();
    }
}
