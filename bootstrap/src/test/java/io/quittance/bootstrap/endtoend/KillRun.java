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
 * Sends orders of every kind, kills the service at random moments, starts it again, and then judges by what the merchant
 * sent and received: nothing accepted is lost, nothing is invented, what is repeated is repeated to the letter.
 */
final class KillRun {
    /** What matters is that all are told, not when: a result that is refused twice waits for more than five minutes. */
    private static final Duration ALL_TOLD_WITHIN = Duration.ofMinutes(8);

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(120);

    private final GatewayProcess gateway;
    private final TestMerchant shop;
    private final List<KilledOrder> orders;
    private final int kills;
    private final Random random;

    /** The number under which each was accepted. */
    private final Map<String, String> accepted = new ConcurrentHashMap<>();

    private final Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
    private volatile boolean givenUp;

    /** What it found; all lists of faults must be empty. */
    record Verdict(int accepted, int kills, int deliveries, int repeatedDeliveries, List<String> faults) {}

    /** @param seed decides the moments of the kills, as far as the machine lets it */
    KillRun(GatewayProcess gateway, TestMerchant shop, int count, int kills, long seed) {
        this.gateway = gateway;
        this.shop = shop;
        this.orders = KilledOrder.some(count);
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
                    for (int n = next.getAndIncrement(); n < orders.size() && !givenUp; n = next.getAndIncrement()) {
                        sendUntilAccepted(orders.get(n));
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
                () -> "all results acknowledged; still waiting for " + untold() + "; it printed:\n" + gateway.printed(),
                ALL_TOLD_WITHIN,
                () -> untold().isEmpty());
        return judge();
    }

    /** Asked first, as nobody will ever be told of an order that is gone: the same id would make a new one. */
    private List<String> lost() throws IOException {
        List<String> faults = new ArrayList<>();
        for (KilledOrder order : orders) {
            String now = order.number(order.send(shop, gateway));
            if (!now.equals(accepted.get(order.id()))) {
                faults.add(order.id() + ": accepted as " + accepted.get(order.id()) + ", now " + now);
            }
        }
        return faults;
    }

    /** If it does not start again, nobody goes on sending, and the fault is told at once. */
    private void killAll() throws IOException {
        boolean survived = false;
        try {
            for (int kill = 0; kill < kills; kill++) {
                killAfter((kill + 1) * orders.size() / (kills + 1));
            }
            survived = true;
        } finally {
            givenUp = !survived;
        }
    }

    /** One in ten results is refused at first, so that bytes of repeated deliveries can be compared. */
    private Reply sometimesUnwilling(Notice notice) {
        boolean unwilling = notice.about().endsWith("7") && refusedOnce.add(notice.about() + notice.result());
        return unwilling ? new Reply(503, "{\"code\":\"BUSY\"}") : new Reply(200, TestMerchant.ACKNOWLEDGEMENT);
    }

    private void sendUntilAccepted(KilledOrder order) {
        Await.until(() -> "an answer to " + order.id(), ANSWERED_WITHIN, () -> {
            try {
                Answer answer = order.send(shop, gateway);
                if (order.isAccepted(answer) && order.finish(answer)) {
                    accepted.put(order.id(), order.number(answer));
                    return true;
                }
                return givenUp;
            } catch (IOException e) {
                return givenUp;
            }
        });
    }

    private void killAfter(int answered) throws IOException {
        Await.until(() -> answered + " accepted orders", ANSWERED_WITHIN, () -> accepted.size() >= answered);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(120)).toNanos());
        gateway.kill();
        gateway.start();
    }

    private Set<String> untold() {
        Set<String> waiting = new HashSet<>();
        orders.forEach(order -> order.results().forEach(result -> waiting.add(order.id() + " " + result)));
        shop.notices().stream()
                .filter(Notice::acknowledged)
                .forEach(notice -> waiting.remove(notice.about() + " " + notice.result()));
        return waiting;
    }

    private Verdict judge() throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, String> bodies = new HashMap<>();
        int repeated = 0;
        for (Notice notice : shop.notices()) {
            String about = notice.about();
            if (!accepted.containsKey(about)) {
                faults.add(about + ": told, but never accepted");
                continue;
            }
            if (!accepted.get(about).equals(notice.number())) {
                faults.add(about + ": told under another number");
            }
            if (!Rsa.verify(gateway.gatewayKey(), notice.body(), notice.sign())) {
                faults.add(about + ": signature");
            }
            String body = Base64.getEncoder().encodeToString(notice.body());
            String earlier = bodies.putIfAbsent(about + " " + notice.result(), body);
            if (earlier != null) {
                repeated++;
                if (!earlier.equals(body)) {
                    faults.add(about + ": a repeated delivery has other bytes");
                }
            }
        }
        for (KilledOrder order : orders) {
            faults.addAll(judge(order));
        }
        return new Verdict(accepted.size(), kills, shop.notices().size(), repeated, faults);
    }

    /** What it was told is what it must be told, each in its turn, and where it stands is where it must end. */
    private List<String> judge(KilledOrder order) throws IOException {
        List<String> faults = new ArrayList<>();
        String state = order.state(shop, gateway);
        if (!state.equals(order.results().getLast())) {
            faults.add(
                    order.id() + ": " + state + " (expected: " + order.results().getLast() + ")");
        }
        List<String> told = shop.notices().stream()
                .filter(notice -> notice.about().equals(order.id()))
                .map(Notice::result)
                .distinct()
                .toList();
        if (!told.equals(order.results())) {
            faults.add(order.id() + ": told " + told + " (expected: " + order.results() + ")");
        }
        return faults;
    }
}
