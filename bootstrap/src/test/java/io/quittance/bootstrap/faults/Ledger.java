package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.faults.Order.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the outside did and saw: the client's log, upstream's and the receivers'. All that the judge believes, with the tables. */
final class Ledger {
    /** What the client was answered in the end, by the orders' numbers. */
    final Map<Integer, Reply> answered = new ConcurrentHashMap<>();

    /** How often the client asked for each. */
    final Map<Integer, AtomicInteger> sent = new ConcurrentHashMap<>();

    final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    final Queue<News> news = new ConcurrentLinkedQueue<>();
    final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();

    /** What was wrong already when it happened. */
    final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private final Set<Integer> known = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    /**
     * An answer to a merchant's application.
     *
     * @param number under which the order was accepted; empty if it was not
     * @param refusal the code by which it was refused; empty if it was not
     */
    record Reply(String number, String refusal, long atNanos) {
        static final Reply NONE = new Reply("", "", 0);

        static Reply accepted(String number, long atNanos) {
            return new Reply(number, "", atNanos);
        }

        static Reply refused(String code, long atNanos) {
            return new Reply("", code, atNanos);
        }

        boolean accepted() {
            return !number.isEmpty();
        }
    }

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

    void told(News told) {
        news.add(told);
        if (told.acknowledged() && told.told().form() == Told.Form.TRUE) {
            known.add(told.order());
        }
    }

    /** Whether the gateway has acknowledged how that order ended. */
    boolean knows(int order) {
        return known.contains(order);
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
