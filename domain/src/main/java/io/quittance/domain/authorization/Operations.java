package io.quittance.domain.authorization;

import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.money.Currency;
import java.util.Objects;

/**
 * All that was asked of one authorized order, summed by how it stands, whoever asked and in whatever order it ended. What
 * failed is not in it: it has given its share back.
 *
 * @param currency that was authorized
 * @param pending captures that have not ended
 * @param collected captures that succeeded
 * @param cancelling cancels that have not ended
 * @param cancelled cancels that succeeded
 */
public record Operations(Currency currency, Captures pending, Captures collected, int cancelling, int cancelled) {
    public Operations {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(pending, "pending");
        Objects.requireNonNull(collected, "collected");
        if (cancelling < 0 || cancelled < 0) {
            throw new IllegalArgumentException(
                    "cancels: " + cancelling + ", " + cancelled + " (expected: none negative)");
        }
    }

    /** Nothing was asked yet. */
    public static Operations none(Currency authorized) {
        return new Operations(authorized, Captures.NONE, Captures.NONE, 0, 0);
    }

    /** With one more, as that stands. */
    public Operations plus(Operation one) {
        return switch (one.state()) {
            case State.Pending _ ->
                switch (one) {
                    case Capture capture ->
                        new Operations(currency, pending.plus(capture, currency), collected, cancelling, cancelled);
                    case Cancel _ -> new Operations(currency, pending, collected, cancelling + 1, cancelled);
                };
            case State.Succeeded _ ->
                switch (one) {
                    case Capture capture ->
                        new Operations(currency, pending, collected.plus(capture, currency), cancelling, cancelled);
                    case Cancel _ -> new Operations(currency, pending, collected, cancelling, cancelled + 1);
                };
            case State.Failed _ -> this;
        };
    }
}
