package io.quittance.bootstrap.endtoend;

import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** One request after the other from two clients, whose key may change between any two; until it is ended. */
final class KeyLoad implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final int CLIENTS = 2;

    private final Request request;
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Thread> clients;
    private volatile TestMerchant signer;
    private volatile boolean ending;

    /** Asks as that merchant. */
    @FunctionalInterface
    interface Request {
        Answer ask(TestMerchant signer, int number) throws IOException;
    }

    KeyLoad(TestMerchant signer, Request request) {
        this.signer = signer;
        this.request = request;
        clients = IntStream.range(0, CLIENTS)
                .mapToObj(_ -> Thread.ofVirtual().start(this::send))
                .toList();
    }

    private void send() {
        while (!ending) {
            try {
                Answer answer = request.ask(signer, numbers.incrementAndGet());
                if (answer.code().equals("APPLY_SUCCESS")) {
                    accepted.incrementAndGet();
                } else {
                    refused.add(answer.json().toString());
                }
            } catch (IOException e) {
                refused.add(e.toString());
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    /** From now on requests are signed with its keys. */
    void signsAs(TestMerchant next) {
        signer = next;
    }

    /** Waits until some more were answered, so that what comes next comes under load. */
    void goesOn() {
        int now = accepted.get();
        Await.until(
                () -> "the load goes on; refused: " + refused, Duration.ofMinutes(1), () -> accepted.get() > now + 20);
    }

    int accepted() {
        return accepted.get();
    }

    List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void close() {
        ending = true;
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
