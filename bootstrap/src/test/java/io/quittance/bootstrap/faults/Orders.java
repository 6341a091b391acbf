package io.quittance.bootstrap.faults;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All orders that a run may have.
 *
 * @param all by their numbers
 * @param races what is asked of a payment; empty if that is nothing
 */
record Orders(IntFunction<Order> all, Function<Order, Optional<Race>> races) {
    static Orders of(Dice dice, Mix mix) {
        return new Orders(
                number -> number < Race.APART ? Order.of(dice, mix, number) : Race.rival(dice, mix, number),
                payment -> Race.of(dice, mix, payment));
    }

    Order of(int number) {
        return all.apply(number);
    }

    Optional<Race> race(Order order) {
        return order.kind() == Order.Kind.PAYMENT ? races.apply(order) : Optional.empty();
    }

    /** The first so many, and what is asked of those that are authorized. */
    List<Order> begun(int count) {
        return IntStream.range(0, count)
                .mapToObj(all)
                .flatMap(order ->
                        Stream.concat(Stream.of(order), race(order).stream().flatMap(race -> race.all().stream())))
                .toList();
    }
}
