package io.quittance.bootstrap.management;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A number that operators look at, and that is known at once; one that the database must be asked for is a {@link Survey}. To
 * show another one, register another bean of this type.
 *
 * @param name as the metrics call it, with dots
 * @param number read whenever somebody reads the metrics; must not wait
 */
public record Figure(String name, String description, Supplier<Number> number) {
    public Figure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(number, "number");
    }
}
