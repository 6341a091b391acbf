package io.quittance.application.authorization;

import io.quittance.application.capture.InMemoryOperations;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Operations;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The twin of the orders' table. */
public final class InMemoryAuthorizations implements Authorizations {
    private final Memory memory;
    private final InMemoryOperations operations;
    private final Rows<Key, Authorization> known;

    record Key(long merchant, String order) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::merchant).thenComparing(Key::order);

        static Key of(MerchantId merchant, OutTradeNo order) {
            return new Key(merchant.value(), order.key());
        }
    }

    public InMemoryAuthorizations(Memory memory, InMemoryOperations operations) {
        this.memory = memory;
        this.operations = operations;
        known = new Rows<>(memory, Key.ORDER);
    }

    @Override
    public Optional<Authorization> lock(MerchantId merchant, OutTradeNo order) {
        return memory.within(() -> find(merchant, order));
    }

    @Override
    public void keep(Authorization next) {
        memory.within(() -> {
            known.put(Key.of(next.merchant(), next.order()), next);
            return next;
        });
    }

    @Override
    public Optional<Authorization> find(MerchantId merchant, OutTradeNo order) {
        return memory.read(() -> known.get(Key.of(merchant, order)));
    }

    @Override
    public Operations operations(MerchantId merchant, OutTradeNo order) {
        return memory.read(() -> {
            List<Operation> asked = operations
                    .all()
                    .filter(one ->
                            one.merchant().equals(merchant) && one.order().same(order))
                    .toList();
            return new Operations(
                    count(asked, Sort.CAPTURE, State.Pending.class),
                    count(asked, Sort.CAPTURE, State.Succeeded.class),
                    count(asked, Sort.CANCEL, State.Pending.class),
                    count(asked, Sort.CANCEL, State.Succeeded.class));
        });
    }

    private static int count(List<Operation> asked, Sort sort, Class<? extends State> state) {
        return (int) asked.stream()
                .filter(one -> one.sort() == sort && state.isInstance(one.state()))
                .count();
    }

    /** All of them, whoever's. */
    public Stream<Authorization> all() {
        return known.all();
    }
}
