package io.quittance.application.key;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The twin of the table of the gateway's keys. */
public final class InMemoryGatewayKeys implements GatewayKeys {
    private final Map<String, Kept> keys = new LinkedHashMap<>();

    @Override
    public synchronized List<Kept> all() {
        return List.copyOf(keys.values());
    }

    @Override
    public List<Kept> lock() {
        return all();
    }

    @Override
    public synchronized void keep(Kept key) {
        keys.put(key.id(), key);
    }
}
