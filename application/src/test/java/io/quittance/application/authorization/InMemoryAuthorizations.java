package io.quittance.application.authorization;

import io.quittance.application.capture.InMemoryOperations;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Operations;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import java.util.Comparator;
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
    public Operations operations(Authorization of) {
        return memory.read(() -> {
            Operations all = Operations.none(of.authorized().currency());
            for (Operation one : operations.all().toList()) {
                if (one.merchant().equals(of.merchant()) && one.order().same(of.order())) {
                    all = all.plus(one);
                }
            }
            return all;
        });
    }

    /** All of them, whoever's. */
    public Stream<Authorization> all() {
        return known.all();
    }
}
