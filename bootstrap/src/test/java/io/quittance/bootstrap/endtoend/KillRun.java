package io.quittance.bootstrap.endtoend;

import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import io.quittance.bootstrap.endtoend.TestMerchant.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends captures, kills the service at random moments, starts it again, and then judges by what the merchant sent and
 * received: nothing accepted is lost, nothing is invented, what is repeated is repeated to the letter.
 */
final class KillRun {
    /** What matters is that all are told, not when: a result that is refused twice waits for more than five minutes. */
    private static final Duration ALL_TOLD_WITHIN = Duration.ofMinutes(8);

    private final GatewayProcess gateway;
    private final TestMerchant shop;
    private final int captures;
    private final int kills;
    private final Random random;
    private final Map<String, Answer> accepted = new ConcurrentHashMap<>();
    private final Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
    private volatile boolean givenUp;

    /** What it found; all lists of faults must be empty. */
    record Verdict(int accepted, int kills, int deliveries, int repeatedDeliveries, List<String> faults) {}

    /** @param seed decides the moments of the kills and the endpoint's moods, as far as the machine lets it */
    KillRun(GatewayProcess gateway, TestMerchant shop, int captures, int kills, long seed) {
        this.gateway = gateway;
        this.shop = shop;
        this.captures = captures;
        this.kills = kills;
        this.random = new Random(seed);
    }

    Verdict run() throws Exception {
        shop.answerBy(this::sometimesUnwilling);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicInteger next = new AtomicInteger();
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                sending.add(senders.submit(() -> {
                    for (int n = next.getAndIncrement(); n < captures && !givenUp; n = next.getAndIncrement()) {
                        sendUntilAccepted("kill-" + n, amountOf(n));
                    }
                    return null;
                }));
            }
            killAll();
            for (Future<?> sender : sending) {
                sender.get();
            }
        }
        List<String> lost = lost();
        if (!lost.isEmpty()) {
            return new Verdict(accepted.size(), kills, shop.notices().size(), 0, lost);
        }
        Await.until(
                () -> "results of all captures acknowledged; still waiting for " + untold() + "; it printed:\n"
                        + gateway.printed(),
                ALL_TOLD_WITHIN,
                () -> untold().isEmpty());
        return judge();
    }

    /** Asked first, as nobody will ever be told of a capture that is gone: the same id would make a new one. */
    private List<String> lost() throws IOException {
        List<String> faults = new ArrayList<>();
        for (int n = 0; n < captures; n++) {
            String request = "kill-" + n;
            String first = accepted.get(request).captureNo();
            String now = shop.capture(gateway, request, amountOf(n)).captureNo();
            if (!now.equals(first)) {
                faults.add(request + ": accepted as " + first + ", now " + now);
            }
        }
        return faults;
    }

    /** If it does not start again, nobody goes on sending, and the fault is told at once. */
    private void killAll() throws IOException {
        boolean survived = false;
        try {
            for (int kill = 0; kill < kills; kill++) {
                killAfter((kill + 1) * captures / (kills + 1));
            }
            survived = true;
        } finally {
            givenUp = !survived;
        }
    }

    /** One in ten results is refused at first, so that bytes of repeated deliveries can be compared. */
    private Reply sometimesUnwilling(Notice notice) {
        boolean unwilling = notice.requestId().endsWith("7") && refusedOnce.add(notice.requestId());
        return unwilling ? new Reply(503, "{\"code\":\"BUSY\"}") : new Reply(200, TestMerchant.ACKNOWLEDGEMENT);
    }

    private static String amountOf(int n) {
        return n % 10 == 3 ? "110" : "%d.%02d".formatted(1 + n, n % 100);
    }

    private static String resultOf(int n) {
        return n % 10 == 3 ? "FAILED" : "SUCCESS";
    }

    private void sendUntilAccepted(String requestId, String amount) {
        Await.until(() -> "an answer to " + requestId, Duration.ofSeconds(120), () -> {
            try {
                Answer answer = shop.capture(gateway, requestId, amount);
                if (answer.code().equals("APPLY_SUCCESS")) {
                    accepted.put(requestId, answer);
                }
                return answer.code().equals("APPLY_SUCCESS");
            } catch (IOException e) {
                return givenUp;
            }
        });
    }

    private void killAfter(int answered) throws IOException {
        Await.until(() -> answered + " accepted captures", Duration.ofSeconds(120), () -> accepted.size() >= answered);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(120)).toNanos());
        gateway.kill();
        gateway.start();
    }

    private Set<String> untold() {
        Set<String> waiting = new HashSet<>(accepted.keySet());
        shop.notices().stream()
                .filter(Notice::acknowledged)
                .map(Notice::requestId)
                .forEach(waiting::remove);
        return waiting;
    }

    private Verdict judge() throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, String> bodies = new HashMap<>();
        int repeated = 0;
        for (Notice notice : shop.notices()) {
            String request = notice.requestId();
            Answer answer = accepted.get(request);
            if (answer == null) {
                faults.add(request + ": told, but never accepted");
                continue;
            }
            if (!answer.captureNo().equals(notice.json().at("/data/captureNo").asText())) {
                faults.add(request + ": told under another number");
            }
            if (!Rsa.verify(gateway.gatewayKey(), notice.body(), notice.sign())) {
                faults.add(request + ": signature");
            }
            String body = Base64.getEncoder().encodeToString(notice.body());
            String earlier = bodies.putIfAbsent(request, body);
            if (earlier != null) {
                repeated++;
                if (!earlier.equals(body)) {
                    faults.add(request + ": a repeated delivery has other bytes");
                }
            }
        }
        for (int n = 0; n < captures; n++) {
            faults.addAll(judge("kill-" + n, amountOf(n), resultOf(n)));
        }
        return new Verdict(accepted.size(), kills, shop.notices().size(), repeated, faults);
    }

    private List<String> judge(String request, String amount, String result) throws IOException {
        Answer now = shop.capture(gateway, request, amount);
        List<String> faults = new ArrayList<>();
        if (!now.state().equals(result)) {
            faults.add(request + ": " + now.state() + " (expected: " + result + ")");
        }
        shop.notices().stream()
                .filter(notice -> notice.requestId().equals(request))
                .map(notice -> notice.json().at("/data/status").asText())
                .filter(told -> !told.equals(result))
                .forEach(told -> faults.add(request + ": told " + told));
        return faults;
    }
}
