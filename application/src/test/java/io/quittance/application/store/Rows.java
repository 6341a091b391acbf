package io.quittance.application.store;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A table of the twins: rows that never change, by key, in the order of the keys. */
public final class Rows<K, R> {
    private final Memory memory;
    private final NavigableMap<K, R> rows;

    public static <K extends Comparable<K>, R> Rows<K, R> of(Memory memory) {
        return new Rows<>(memory, Comparator.<K>naturalOrder());
    }

    public Rows(Memory memory, Comparator<K> order) {
        this.memory = memory;
        this.rows = new TreeMap<>(order);
    }

    public Optional<R> get(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    public Stream<R> all() {
        return rows.values().stream();
    }

    public int size() {
        return rows.size();
    }

    public void put(K key, R row) {
        R before = rows.put(key, row);
        memory.undo(() -> restore(key, before));
    }

    public void remove(K key) {
        R before = rows.remove(key);
        memory.undo(() -> restore(key, before));
    }

    private void restore(K key, R before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }
}
