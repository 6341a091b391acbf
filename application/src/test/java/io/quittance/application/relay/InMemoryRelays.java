package io.quittance.application.relay;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.relay.RelayId;
import java.util.List;
import java.util.Optional;

/** The twin of the table of relayed requests. */
public final class InMemoryRelays implements Relays {
    private final Memory memory;
    private final Rows<String, Relay> relays;

    public InMemoryRelays(Memory memory) {
        this.memory = memory;
        relays = Rows.of(memory);
    }

    @Override
    public void add(Relay relay) {
        memory.within(() -> {
            if (find(relay.id()).isPresent()) {
                throw new IllegalStateException("relay number " + relay.id() + " was given twice");
            }
            relays.put(relay.id().value(), relay);
            return relay;
        });
    }

    @Override
    public Optional<Relay> find(RelayId id) {
        return memory.read(() -> relays.get(id.value()));
    }

    /** All of them. */
    public List<Relay> all() {
        return memory.read(() -> relays.all().toList());
    }
}
