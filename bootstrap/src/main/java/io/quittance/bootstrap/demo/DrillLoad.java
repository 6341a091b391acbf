package io.quittance.bootstrap.demo;

import io.quittance.bootstrap.demo.DemoClient.Asked;
import io.quittance.bootstrap.trouble.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** One capture after the other, until it is ended; who asks may change between any two. */
final class DrillLoad implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SOME = 20;

    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Queue<DemoClient> clients = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile DemoClient client;
    private volatile boolean ending;

    DrillLoad(DemoClient client) {
        asks(client);
        this.thread = Thread.ofVirtual().start(this::run);
    }

    private void run() {
        while (!ending) {
            try {
                Asked answer = ask(client);
                if (!answer.field("code").equals("APPLY_SUCCESS")) {
                    refused.add(answer.field("code") + ", " + answer.field("msg"));
                } else if (!answer.verified()) {
                    refused.add("an answer that verifies with no key of the gateway");
                }
            } catch (Trouble e) {
                refused.add(e.getMessage());
            }
            asked.incrementAndGet();
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    /** One capture, of an order of its own. */
    static Asked ask(DemoClient client) {
        String request = UUID.randomUUID().toString();
        return client.ask(
                "capture",
                data -> data.text("requestId", request)
                        .text("outTradeNo", "order-" + request)
                        .number("amount", "100")
                        .text("currency", "USD"));
    }

    /** From now on that one asks. */
    void asks(DemoClient next) {
        clients.add(next);
        client = next;
    }

    /** Waits until some more were answered, so that what comes next comes under load. @throws Trouble if none are */
    void goesOn() {
        int then = asked.get() + SOME;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (asked.get() < then) {
            if (System.nanoTime() > end) {
                throw new Trouble(
                        "The service did not answer " + SOME + " requests within " + PATIENCE.toSeconds() + " s.");
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    int asked() {
        return asked.get();
    }

    /** Why, for each. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void close() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        clients.forEach(DemoClient::close);
        clients.clear();
    }
}
