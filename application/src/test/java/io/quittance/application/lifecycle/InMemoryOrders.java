package io.quittance.application.lifecycle;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The twin of a table of orders. */
public class InMemoryOrders<A, I, K> implements Orders<A, I, K> {
    private final Memory memory;
    private final Shape<A, I, K> shape;
    private final Rows<I, A> orders;
    private final Rows<Asked, I> current;
    private final Rows<I, Instant> overdue;

    /** How an order tells its ids, and whether it has ended. */
    public record Shape<A, I, K>(
            Function<A, I> number,
            Function<A, MerchantId> merchant,
            Function<A, K> key,
            Function<K, String> text,
            Function<A, Optional<Upstream>> upstream,
            Predicate<A> ended,
            Function<A, Instant> made) {
        /** Whose keys are compared to the letter. */
        public Shape(
                Function<A, I> number,
                Function<A, MerchantId> merchant,
                Function<A, K> key,
                Function<A, Optional<Upstream>> upstream,
                Predicate<A> ended,
                Function<A, Instant> made) {
            this(number, merchant, key, Object::toString, upstream, ended, made);
        }

        private Asked asked(A order) {
            return asked(merchant.apply(order), key.apply(order));
        }

        private Asked asked(MerchantId whose, K called) {
            return new Asked(whose.value(), text.apply(called));
        }
    }

    private record Asked(long merchant, String key) {}

    /** What an account calls an order; no two orders have the same. */
    public record Upstream(AccountId account, String number) {}

    public InMemoryOrders(Memory memory, Shape<A, I, K> shape) {
        this.memory = memory;
        this.shape = shape;
        orders = new Rows<>(memory, Comparator.comparing(Object::toString));
        current = new Rows<>(memory, Comparator.comparing(Asked::merchant).thenComparing(Asked::key));
        overdue = new Rows<>(memory, Comparator.comparing(Object::toString));
    }

    @Override
    public Added<A> add(A order) {
        return memory.within(() -> {
            Optional<A> earlier = find(shape.merchant.apply(order), shape.key.apply(order));
            if (earlier.isPresent()) {
                return new Added.Known<>(earlier.get());
            }
            I number = shape.number.apply(order);
            if (find(number).isPresent() || anothers(order)) {
                return new Added.NumberTaken<>();
            }
            orders.put(number, order);
            current.put(shape.asked(order), number);
            return new Added.New<>();
        });
    }

    private boolean anothers(A order) {
        Optional<Upstream> upstream = shape.upstream.apply(order);
        return upstream.isPresent()
                && orders.all()
                        .filter(one -> !shape.number.apply(one).equals(shape.number.apply(order)))
                        .anyMatch(one -> shape.upstream.apply(one).equals(upstream));
    }

    @Override
    public Optional<A> find(MerchantId merchant, K key) {
        return memory.read(() -> current.get(shape.asked(merchant, key)).flatMap(this::find));
    }

    @Override
    public Optional<A> find(I number) {
        return memory.read(() -> orders.get(number));
    }

    @Override
    public Optional<A> lock(MerchantId merchant, K key) {
        return memory.within(() -> find(merchant, key));
    }

    @Override
    public Optional<A> lock(I number) {
        return memory.within(() -> find(number));
    }

    @Override
    public boolean replace(A next) {
        I number = shape.number.apply(next);
        return memory.within(() -> {
            find(number).orElseThrow(() -> new IllegalStateException("there is no order " + number));
            if (anothers(next)) {
                return false;
            }
            orders.put(number, next);
            if (shape.ended.test(next)) {
                overdue.remove(number);
            }
            return true;
        });
    }

    @Override
    public List<I> late(Instant madeUntil, int skip, int limit) {
        return memory.read(() -> orders.all()
                .filter(order ->
                        !shape.ended.test(order) && !shape.made.apply(order).isAfter(madeUntil))
                .filter(order -> overdue.get(shape.number.apply(order)).isEmpty())
                .sorted(Comparator.comparing(shape.made)
                        .thenComparing(order -> shape.number.apply(order).toString()))
                .map(shape.number)
                .skip(skip)
                .limit(limit)
                .toList());
    }

    @Override
    public boolean markOverdue(I number, Instant at) {
        return memory.within(() -> {
            boolean marked = overdue.get(number).isPresent();
            if (!marked) {
                overdue.put(number, at);
            }
            return !marked;
        });
    }

    public boolean isOverdue(I number) {
        return memory.read(() -> overdue.get(number).isPresent());
    }

    @Override
    public long overdue() {
        return memory.read(overdue::size);
    }

    /** All of them, whoever's. */
    public Stream<A> all() {
        return memory.read(() -> orders.all().toList()).stream();
    }

    /** The key of an order leads to it no longer; its number does. */
    protected void forget(I number) {
        memory.within(() -> {
            find(number)
                    .map(shape::asked)
                    .filter(asked -> current.get(asked).filter(number::equals).isPresent())
                    .ifPresent(current::remove);
            return number;
        });
    }

    /** Those to which their keys lead. */
    protected Stream<A> current() {
        return memory
                .read(() -> current.all().flatMap(id -> orders.get(id).stream()).toList())
                .stream();
    }
}
