package io.quittance.application.repair;

import io.quittance.domain.lifecycle.Failure;
import java.util.Objects;

/** How an order ended, by a person's word. */
public sealed interface End {
    record Success() implements End {}

    /** @param why what its merchant is told */
    record Failed(Failure why) implements End {
        public Failed {
            Objects.requireNonNull(why, "why");
        }
    }

    /** In the words of the states. */
    default String word() {
        return switch (this) {
            case Success() -> "SUCCESS";
            case Failed(var why) -> "FAILED, " + why.code();
        };
    }
}
