package io.quittance.bootstrap.endtoend;

import io.quittance.bootstrap.endtoend.TestMerchant.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A hundred merchants that capture at a steady pace; the endpoints of some can hang, and of the others it is known who waited how long. */
final class Market implements AutoCloseable {
    /** So many endpoints can hang. */
    static final int ILL = 9;

    private static final int SHOPS = 100;
    private static final Duration GENEROUS = Duration.ofMinutes(5);
    private static final int CAPTURES = Integer.getInteger("lanes.captures", 600);
    private static final double PER_SECOND = Double.parseDouble(System.getProperty("lanes.rate", "20"));

    /** So many come first and are not counted: what hangs is known for it then. */
    private static final int EARLY = CAPTURES / 6;

    private static final int SENDERS = 32;

    private final List<GatewayProcess> instances;
    private final List<TestMerchant> shops = new ArrayList<>();
    private final Map<String, Long> accepted = new ConcurrentHashMap<>();
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile CountDownLatch healed = new CountDownLatch(0);
    private volatile int hanging;

    Market(List<GatewayProcess> instances) throws IOException {
        this.instances = instances;
        for (int i = 0; i < SHOPS; i++) {
            TestMerchant shop = new TestMerchant("market-" + i, "MARKET" + i);
            shops.add(shop);
            instances.getFirst().register(form(shop));
            int place = i;
            shop.answerBy(notice -> answered(place, notice));
        }
        for (GatewayProcess instance : instances) {
            shops.forEach(shop -> Await.until(shop.appId + " is known", GENEROUS, () -> instance.knows(shop.appId)));
        }
    }

    private Reply answered(int place, TestMerchant.Notice notice) {
        if (place < hanging) {
            try {
                healed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Reply(503, "");
        }
        told.putIfAbsent(notice.requestId(), System.nanoTime());
        return new Reply(200, TestMerchant.ACKNOWLEDGEMENT);
    }

    private static String form(TestMerchant shop) {
        return """
            {"appId":"%s","merchantNo":"%s","publicKey":"%s","notifyUrl":"%s","payoutDialect":"v2"}\
            """.formatted(
                        shop.appId,
                        shop.merchantNo,
                        Base64.getEncoder().encodeToString(shop.keys.getPublic().getEncoded()),
                        shop.notifyUrl());
    }

    /** The endpoints of the first so many merchants take what comes, and do not answer. */
    void hang(int many) {
        healed = new CountDownLatch(1);
        hanging = many;
    }

    /** All answer again; comes back when nothing is owed. */
    void heal() {
        hanging = 0;
        healed.countDown();
        Await.until(
                () -> accepted.size() + " accepted, " + told.size() + " told",
                GENEROUS,
                () -> told.keySet().containsAll(accepted.keySet()));
    }

    TestMerchant firstIll() {
        return shops.getFirst();
    }

    /** Through all instances in turn. @return how long those whose endpoints never hang waited for a result, in nanoseconds */
    List<Long> trade() throws InterruptedException {
        return trade(instances);
    }

    /** @param through the instances that are asked, in turn */
    List<Long> trade(List<GatewayProcess> through) throws InterruptedException {
        int first = number.get();
        long begun = System.nanoTime();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int i = 0; i < CAPTURES; i++) {
                long due = begun + (long) (i / PER_SECOND * TimeUnit.SECONDS.toNanos(1));
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                senders.submit(() -> capture(number.getAndIncrement(), through));
            }
        }
        List<String> healthy = accepted.keySet().stream()
                .filter(request -> placed(request) >= first + EARLY && shop(placed(request)) >= ILL)
                .toList();
        Await.until(
                () -> healthy.stream()
                                .filter(request -> !told.containsKey(request))
                                .toList() + " are waiting",
                GENEROUS,
                () -> told.keySet().containsAll(healthy));
        return healthy.stream()
                .map(request -> told.get(request) - accepted.get(request))
                .toList();
    }

    private static int placed(String request) {
        return Integer.parseInt(request.substring(1));
    }

    private static int shop(int number) {
        return number % SHOPS;
    }

    /** The wait begins as it is sent: a result may be told before the request is answered. */
    private void capture(int number, List<GatewayProcess> through) {
        GatewayProcess instance = through.get(number % through.size());
        String request = "M" + number;
        long sent = System.nanoTime();
        try {
            if (shops.get(shop(number)).capture(instance, request, "25").code().equals("APPLY_SUCCESS")) {
                accepted.put(request, sent);
            } else {
                System.out.println(request + " was not accepted");
            }
        } catch (IOException e) {
            System.out.println(request + ": " + e);
        }
    }

    @Override
    public void close() {
        healed.countDown();
        shops.forEach(TestMerchant::close);
    }
}
