package io.quittance.domain.authorization;

import static io.quittance.domain.authorization.Wishes.AUTHORIZED;
import static io.quittance.domain.authorization.Wishes.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

@Label("Whatever was asked of an authorization, and however it ended")
class StandingPropertiesTest {
    private static final BigDecimal AUTHORIZED_AMOUNT = AUTHORIZED.authorized().amount();
    private static final Instant EXPIRED = NOON.plus(Duration.ofDays(7));

    /** What happens next: a wish, or the end of one of those that are pending. */
    sealed interface Step {
        record Ask(Operation wish) implements Step {}

        record End(int which, boolean well) implements Step {}
    }

    private static Arbitrary<Operation> wishes(Arbitrary<String> currency) {
        Arbitrary<BigDecimal> amounts = Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("0.01"), new BigDecimal("40"))
                        .ofScale(2),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("0.01"), new BigDecimal("110"))
                        .ofScale(2),
                Arbitraries.just(AUTHORIZED_AMOUNT));
        Arbitrary<Operation> captures = Combinators.combine(
                        amounts, currency, Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)))
                .as((amount, unit, last) -> Wishes.collect(new Money(amount, new Currency(unit)), last));
        return Arbitraries.frequencyOf(Tuple.of(5, captures), Tuple.of(1, Arbitraries.create(Wishes::release)));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> asks = wishes(Arbitraries.just("USD")).map(Step.Ask::new);
        Arbitrary<Step> ends = Combinators.combine(Arbitraries.integers().between(0, 9), Arbitraries.of(true, false))
                .as(Step.End::new);
        return Arbitraries.oneOf(asks, ends).list().ofMinSize(1).ofMaxSize(40).withoutEdgeCases();
    }

    /** Made elsewhere, too, and before anybody knew of the authorization: nothing was kept out. */
    @Provide
    Arbitrary<List<Operation>> anything() {
        return Combinators.combine(wish(), Arbitraries.of(0, 1, 2))
                .as((wish, end) -> switch (end) {
                    case 0 -> wish;
                    case 1 -> Wishes.succeeded(wish);
                    default -> Wishes.failed(wish);
                })
                .list()
                .ofMaxSize(6)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<Operation> wish() {
        return wishes(Arbitraries.of("USD", "USD", "USD", "EUR")).withoutEdgeCases();
    }

    @Property
    @Label("what is collected and pending never exceeds what is authorized, nor the number that is allowed, a final"
            + " success lets nothing more in, and no capture stands beside a cancel")
    void never_exceeds(@ForAll @IntRange(min = 1, max = 5) int allowed, @ForAll("steps") List<Step> steps) {
        List<Operation> all = new ArrayList<>();
        for (Step step : steps) {
            boolean shut = all.stream().anyMatch(one -> one.state() instanceof State.Succeeded && isLast(one));
            switch (step) {
                case Step.Ask(var wish) -> {
                    if (Wishes.standing(allowed, all).obstacle(wish, NOON).isEmpty()) {
                        assertFalse(shut, wish + " beside " + all);
                        all.add(wish);
                    }
                }
                case Step.End(var which, var well) -> end(all, which, well);
            }

            assertTrue(sum(all).compareTo(AUTHORIZED_AMOUNT) <= 0, all::toString);
            assertTrue(alive(all, Sort.CAPTURE) <= allowed, all::toString);
            assertTrue(alive(all, Sort.CANCEL) <= (alive(all, Sort.CAPTURE) == 0 ? 1 : 0), all::toString);
        }
    }

    @Property
    @Label("what has to wait is let in once all that is pending has failed, and what is refused for good stays refused")
    void keeps_its_word(
            @ForAll @IntRange(min = 1, max = 5) int allowed,
            @ForAll("anything") List<Operation> all,
            @ForAll("wish") Operation wish) {
        Optional<Obstacle> answer = Wishes.standing(allowed, all).obstacle(wish, NOON);
        Optional<Obstacle> afterFailures =
                Wishes.standing(allowed, ended(all, Wishes::failed)).obstacle(wish, NOON);
        Optional<Obstacle> afterSuccesses =
                Wishes.standing(allowed, ended(all, Wishes::succeeded)).obstacle(wish, NOON);

        boolean forGood = answer.filter(why -> why != Obstacle.IN_FLIGHT).isPresent();
        assertEquals(forGood, afterFailures.isPresent());
        assertTrue(!forGood || afterSuccesses.isPresent());
    }

    @Property
    @Label("a capture that is not final is let in beside others of which it knows, if there is room for it")
    void lets_in_what_there_is_room_for(
            @ForAll @IntRange(min = 1, max = 5) int allowed,
            @ForAll("anything") List<Operation> all,
            @ForAll("wish") Operation wish) {
        boolean comparable = all.stream()
                .filter(one -> !(one.state() instanceof State.Failed))
                .allMatch(one -> one instanceof Capture capture && !capture.last() && inDollars(one));
        boolean room = comparable
                && wish instanceof Capture
                && inDollars(wish)
                && alive(all, Sort.CAPTURE) < allowed
                && sum(all).add(sum(List.of(wish))).compareTo(AUTHORIZED_AMOUNT) <= 0;

        if (room && !isLast(wish)) {
            assertEquals(Optional.empty(), Wishes.standing(allowed, all).obstacle(wish, NOON));
        }
    }

    @Property
    @Label("where one capture is allowed, every answer is that of whoever counts and never sums")
    void is_for_one_capture_what_counting_says(
            @ForAll("anything") List<Operation> all, @ForAll("wish") Operation wish, @ForAll boolean expired) {
        Standing standing = Wishes.standing(1, all);

        assertEquals(Counted.hold(all), standing.hold());
        assertEquals(Counted.obstacle(all, wish, expired), standing.obstacle(wish, expired ? EXPIRED : NOON));
    }

    /** One capture or one cancel of an authorization at a time, told by counting. */
    private static final class Counted {
        static Hold hold(List<Operation> all) {
            if (count(all, Sort.CANCEL, State.Succeeded.class) > 0) {
                return Hold.CANCELLED;
            }
            if (count(all, Sort.CAPTURE, State.Succeeded.class) > 0) {
                return Hold.CAPTURED;
            }
            if (count(all, Sort.CANCEL, State.Pending.class) > 0) {
                return Hold.CANCELLING;
            }
            return count(all, Sort.CAPTURE, State.Pending.class) > 0 ? Hold.CAPTURING : Hold.OPEN;
        }

        static Optional<Obstacle> obstacle(List<Operation> all, Operation wish, boolean expired) {
            Optional<Money> collects = wish.collects();
            if (collects.isPresent() && !inDollars(wish)) {
                return Optional.of(Obstacle.OTHER_CURRENCY);
            }
            if (collects.isPresent() && collects.get().amount().compareTo(AUTHORIZED_AMOUNT) > 0) {
                return Optional.of(Obstacle.ABOVE_AUTHORIZED);
            }
            return switch (hold(all)) {
                case CAPTURED, CANCELLED -> Optional.of(Obstacle.CLOSED);
                case CAPTURING, CANCELLING -> Optional.of(expired ? Obstacle.EXPIRED : Obstacle.IN_FLIGHT);
                case OPEN -> expired ? Optional.of(Obstacle.EXPIRED) : Optional.empty();
                case PARTLY_CAPTURED -> throw new AssertionError("one capture leaves nothing to another");
            };
        }

        private static long count(List<Operation> all, Sort sort, Class<? extends State> state) {
            return all.stream()
                    .filter(one -> one.sort() == sort && state.isInstance(one.state()))
                    .count();
        }
    }

    private static void end(List<Operation> all, int which, boolean well) {
        List<Operation> pending = all.stream().filter(one -> !one.ended()).toList();
        if (!pending.isEmpty()) {
            Operation one = pending.get(which % pending.size());
            all.set(identity(all, one), well ? Wishes.succeeded(one) : Wishes.failed(one));
        }
    }

    private static int identity(List<Operation> all, Operation one) {
        int at = 0;
        while (all.get(at) != one) {
            at++;
        }
        return at;
    }

    private static List<Operation> ended(List<Operation> all, UnaryOperator<Operation> end) {
        return all.stream().map(one -> one.ended() ? one : end.apply(one)).toList();
    }

    private static boolean isLast(Operation one) {
        return one instanceof Capture capture && capture.last();
    }

    private static boolean inDollars(Operation one) {
        return one.collects()
                .filter(money -> money.currency().equals(Wishes.USD))
                .isPresent();
    }

    private static long alive(List<Operation> all, Sort sort) {
        return all.stream()
                .filter(one -> one.sort() == sort && !(one.state() instanceof State.Failed))
                .count();
    }

    private static BigDecimal sum(List<Operation> all) {
        return all.stream()
                .filter(one -> !(one.state() instanceof State.Failed))
                .flatMap(one -> one.collects().stream())
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
