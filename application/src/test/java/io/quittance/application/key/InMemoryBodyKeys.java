package io.quittance.application.key;

import io.quittance.application.key.BodyKey.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The twin of the table of body keys. */
public final class InMemoryBodyKeys implements BodyKeys {
    private final Map<String, BodyKey> keys = new LinkedHashMap<>();
    private final List<Reader> readers = new ArrayList<>();

    @Override
    public synchronized List<BodyKey> all() {
        return List.copyOf(keys.values());
    }

    @Override
    public List<BodyKey> lock() {
        return all();
    }

    @Override
    public synchronized void keep(BodyKey key) {
        keys.put(key.id(), key);
    }

    @Override
    public synchronized boolean advance(BodyKey before, BodyKey.Work work) {
        BodyKey now = keys.get(before.id());
        boolean same = now.state() == State.RETIRING && now.work().equals(before.work());
        if (same) {
            keys.put(now.id(), now.with(work));
        }
        return same;
    }

    @Override
    public synchronized List<Reader> readers(Duration span) {
        return List.copyOf(readers);
    }

    /** An instance says what it holds, first what it encrypts with; it takes the place of what that address said before. */
    public synchronized void says(String address, String... held) {
        readers.removeIf(one -> one.address().equals(address));
        readers.add(new Reader(address, "1.0", List.of(held)));
    }
}
