package io.quittance.bootstrap.endtoend;

import io.quittance.bootstrap.endtoend.TestMerchant.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** One capture after the other, each at the next instance, or at another if that one takes none; until it is ended. */
final class CaptureLoad implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final TestMerchant shop;
    private final List<GatewayProcess> instances;
    private final Map<String, Long> accepted = new ConcurrentHashMap<>();
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final Thread sender;
    private volatile boolean ending;

    CaptureLoad(TestMerchant shop, List<GatewayProcess> instances) {
        this.shop = shop;
        this.instances = instances;
        shop.answerBy(notice -> {
            told.putIfAbsent(notice.about(), System.nanoTime());
            return new Reply(200, TestMerchant.ACKNOWLEDGEMENT);
        });
        sender = Thread.ofVirtual().start(this::send);
    }

    private void send() {
        while (!ending) {
            String request = "rolling-" + sent.incrementAndGet();
            for (int i = 0; !accepted.containsKey(request) && !ending; i++) {
                tryOnce(request, instances.get((sent.get() + i) % instances.size()));
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private void tryOnce(String request, GatewayProcess instance) {
        try {
            if (shop.capture(instance, request, "25").code().equals("APPLY_SUCCESS")) {
                accepted.put(request, System.nanoTime());
            }
        } catch (IOException _) {
            // The next one is asked.
        }
    }

    /** Waits until some more were accepted, so that what comes next comes under load. */
    void goesOn() {
        int now = accepted.size();
        Await.until("the load goes on", Duration.ofSeconds(40), () -> accepted.size() > now + 50);
    }

    void end() {
        ending = true;
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String untold() {
        List<String> waiting = accepted.keySet().stream()
                .filter(request -> !told.containsKey(request))
                .toList();
        return waiting.isEmpty() ? "all are told" : "waiting for " + waiting;
    }

    @Override
    public String toString() {
        List<Long> waits = accepted.entrySet().stream()
                .map(one -> TimeUnit.NANOSECONDS.toMillis(told.get(one.getKey()) - one.getValue()))
                .sorted(Comparator.reverseOrder())
                .toList();
        return waits.size() + " captures; the longest waits for a result, in ms: " + waits.subList(0, 10)
                + "; half waited less than " + waits.get(waits.size() / 2);
    }

    @Override
    public void close() {
        end();
    }
}
