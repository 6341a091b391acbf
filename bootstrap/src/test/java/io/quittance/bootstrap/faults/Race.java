package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.faults.Order.Answering;
import io.quittance.bootstrap.faults.Order.Ending;
import io.quittance.bootstrap.faults.Order.Kind;
import io.quittance.bootstrap.faults.Order.Plan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is asked of one authorized order: captures and cancels at once, of which at most one may win, and perhaps a late one.
 *
 * @param payment by which it was authorized
 */
record Race(Order payment, Begins begins, List<Order> rivals, Optional<Order> late) {
    /** Between the numbers of two rivals; a run has fewer orders. */
    static final int APART = 1_000_000;

    private static final int MOST = 3;
    private static final int LATE = MOST + 1;
    private static final int PERCENT = 100;
    private static final int CANCELS_PERCENT = 35;
    private static final int ABOVE_PERCENT = 15;

    /** When the first of them are asked for. */
    enum Begins implements Dice.Weighed {
        /** Once the authorization is known: the gateway decides. */
        ONCE_KNOWN(5),
        /** While it is being told. */
        MEANWHILE(3),
        /** Before it is told: upstream decides. */
        BEFORE(2);

        private final int weight;

        Begins(int weight) {
            this.weight = weight;
        }

        @Override
        public int weight() {
            return weight;
        }
    }

    /** @return empty for what holds nothing */
    static Optional<Race> of(Dice dice, Mix mix, Order payment) {
        if (payment.sale() || payment.ending() == Ending.FAILED) {
            return Optional.empty();
        }
        SplittableRandom random = dice.about("race", payment.number());
        Begins begins = Dice.one(random, Begins.values());
        boolean toldAtAll = payment.telling() != Order.Telling.NEVER;
        List<Order> rivals = IntStream.rangeClosed(1, 1 + random.nextInt(MOST))
                .mapToObj(place -> rival(dice, mix, payment.number() + place * APART))
                .toList();
        Optional<Order> late = random.nextBoolean()
                ? Optional.of(rival(dice, mix, payment.number() + LATE * APART))
                : Optional.empty();
        return Optional.of(new Race(payment, toldAtAll ? begins : Begins.BEFORE, rivals, late));
    }

    /** The second of them spells the order's number in capital letters; the first is never refused for its amount. */
    static Order rival(Dice dice, Mix mix, int number) {
        Order payment = Order.of(dice, mix, number % APART);
        int place = number / APART;
        SplittableRandom random = dice.about("order", number);
        Kind kind = random.nextInt(PERCENT) < CANCELS_PERCENT ? Kind.CANCEL : Kind.CAPTURE;
        Plan plan = mix.plan(kind, random);
        boolean above = kind == Kind.CAPTURE && place > 1 && random.nextInt(PERCENT) < ABOVE_PERCENT;
        String part = random.nextBoolean() ? payment.amount() : "1.00";
        String more = new BigDecimal(payment.amount()).add(BigDecimal.ONE).toPlainString();
        return new Order(
                number,
                kind,
                payment.shop(),
                Order.id(dice, number),
                place == 2 ? payment.id().toUpperCase(Locale.ROOT) : payment.id(),
                above ? more : part,
                above ? new Plan(Ending.FAILED, Answering.REFUSES, plan.telling()) : plan);
    }

    List<Order> all() {
        return Stream.concat(rivals.stream(), late.stream()).toList();
    }

    /** Whether it wants more than was authorized. */
    boolean isAbove(Order rival) {
        return rival.kind() == Kind.CAPTURE
                && new BigDecimal(rival.amount()).compareTo(new BigDecimal(payment.amount())) > 0;
    }
}
