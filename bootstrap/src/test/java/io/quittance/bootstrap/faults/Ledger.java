package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.faults.Order.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the outside did and saw: the client's log, upstream's and the receivers'. All that the judge believes, with the tables. */
final class Ledger {
    /** The number under which each order was accepted. */
    final Map<Integer, String> accepted = new ConcurrentHashMap<>();

    /** How often the client asked for each. */
    final Map<Integer, AtomicInteger> sent = new ConcurrentHashMap<>();

    final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    final Queue<News> news = new ConcurrentLinkedQueue<>();
    final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();

    /** What was wrong already when it happened. */
    final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    /**
     * A call of the gateway at upstream.
     *
     * @param answer what upstream did
     * @param said how the order ended, as the answer said, if it did
     */
    record Asked(int order, Sort sort, String answer, Optional<Order.Ending> said, long atNanos) {
        enum Sort {
            SUBMIT,
            QUERY
        }
    }

    /** A message of upstream's. @param acknowledged whether the gateway said that it has it */
    record News(int order, Told told, boolean acknowledged, long begunNanos, long endedNanos) {}

    /** A message of the gateway's at a merchant's endpoint. @param acknowledged whether the endpoint said so */
    record Arrived(
            int shop, String about, String result, byte[] body, String sign, boolean acknowledged, long atNanos) {}

    /** The client is about to ask for it. */
    void sends(int order) {
        sent.computeIfAbsent(order, _ -> new AtomicInteger()).incrementAndGet();
    }

    void count(String what) {
        counts.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
    }

    void count(String what, int many) {
        counts.computeIfAbsent(what, _ -> new AtomicInteger()).addAndGet(many);
    }

    /** How often each thing happened, by its name. */
    Map<String, Integer> counts() {
        Map<String, Integer> all = new java.util.TreeMap<>();
        counts.forEach((what, many) -> all.put(what, many.get()));
        return all;
    }

    /** The sum of all counts whose names begin so. */
    int counted(String prefix) {
        return counts().entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    List<Arrived> arrivals() {
        return arrived.stream()
                .sorted(java.util.Comparator.comparingLong(Arrived::atNanos))
                .toList();
    }
}
