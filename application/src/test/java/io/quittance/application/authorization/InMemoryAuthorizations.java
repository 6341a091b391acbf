package io.quittance.application.authorization;

import io.quittance.application.capture.InMemoryCaptures;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.Operations;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The twin of the orders' table. */
public final class InMemoryAuthorizations implements Authorizations {
    private final Memory memory;
    private final InMemoryCaptures captures;
    private final InMemoryCancels cancels;
    private final Rows<Key, Authorization> known;

    record Key(long merchant, String order) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::merchant).thenComparing(Key::order);

        static Key of(MerchantId merchant, OutTradeNo order) {
            return new Key(merchant.value(), order.value());
        }
    }

    public InMemoryAuthorizations(Memory memory, InMemoryCaptures captures, InMemoryCancels cancels) {
        this.memory = memory;
        this.captures = captures;
        this.cancels = cancels;
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
            List<Capture.State> captured = captures.all()
                    .filter(one ->
                            one.merchant().equals(merchant) && one.order().equals(order))
                    .map(Capture::state)
                    .toList();
            List<Cancel.State> cancelled = cancels.all()
                    .filter(one ->
                            one.merchant().equals(merchant) && one.order().equals(order))
                    .map(Cancel::state)
                    .toList();
            return new Operations(
                    count(captured, Capture.State.Pending.class),
                    count(captured, Capture.State.Succeeded.class),
                    count(cancelled, Cancel.State.Pending.class),
                    count(cancelled, Cancel.State.Succeeded.class));
        });
    }

    private static int count(List<?> states, Class<?> state) {
        return (int) states.stream().filter(state::isInstance).count();
    }

    /** All of them, whoever's. */
    public Stream<Authorization> all() {
        return known.all();
    }
}
