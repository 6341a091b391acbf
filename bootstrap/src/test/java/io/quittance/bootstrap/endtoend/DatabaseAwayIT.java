package io.quittance.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A service whose database cannot be reached")
class DatabaseAwayIT {
    /** The wait for a connection is 3 s, that for a server that fell silent 10 s; the rest is for a busy machine. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int AT_ONCE = 24;
    private static final int CUTS = 4;

    @TempDir
    private Path folder;

    private Forwarder line;
    private GatewayProcess gateway;
    private TestMerchant shop;
    private PrivateKey upstream;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        String direct = TestDatabases.mariaDb().url();
        int server = URI.create(direct.substring("jdbc:".length())).getPort();
        line = new Forwarder(server);
        gateway = new GatewayProcess(folder.resolve("gateway"))
                .with("QUITTANCE_DB_URL", direct.replace(":" + server + "/", ":" + line.port() + "/"))
                .with("QUITTANCE_SIMULATOR_DELAY", "3s")
                .start();
        shop = new TestMerchant("shop-away", "SHOP0000000007");
        shop.register(gateway, folder);
        upstream = Rsa.readPrivate(gateway.data().resolve("demo/simulator-private-key.pem"));
    }

    @AfterEach
    void stop() throws IOException {
        shop.close();
        gateway.close();
        line.close();
    }

    @Test
    void promises_nothing_meanwhile_and_keeps_every_promise_when_it_is_back() throws Exception {
        List<String> before = names("before", 10);
        Map<String, Answer> accepted = new HashMap<>();
        for (String request : before) {
            accepted.put(request, acceptedNow(request));
        }
        byte[] request = shop.captureBody("meanwhile", "25");
        byte[] news = news("portal");

        line.cut();
        assertNotEquals(Set.copyOf(before), told(), "the line was cut before all was settled");
        assertPromisesNothing(request, news);
        line.mend();

        Await.until("ready again", SOON, () -> status("/health/readiness") == 200);
        accepted.put("meanwhile", assertAcceptedOnce(request));
        assertEquals(TestMerchant.ACKNOWLEDGEMENT, new String(notify(news).body(), UTF_8));
        Set<String> expected = new HashSet<>(accepted.keySet());
        expected.add("portal");
        Await.until(
                () -> "all results; told are " + told() + " of " + expected + "; it printed:\n" + gateway.printed(),
                SOON,
                () -> told().containsAll(expected));
        assertEquals(expected, told(), "nothing that was not accepted is told");
        assertToldToTheLetter(accepted);
        assertLogsInLines();
    }

    @Test
    void again_and_again_loses_nothing_of_what_it_accepts() throws Exception {
        Map<String, Answer> accepted = new ConcurrentHashMap<>();
        AtomicInteger faults = new AtomicInteger();
        List<String> requests = names("again", 90);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Queue<String> waiting = new ConcurrentLinkedQueue<>(requests);
            List<Future<Void>> sending = IntStream.range(0, 3)
                    .mapToObj(_ -> senders.submit(() -> sendUntilAccepted(waiting, accepted, faults)))
                    .toList();
            for (int cut = 1; cut <= CUTS; cut++) {
                int enough = cut * requests.size() / (CUTS + 1);
                Await.until(() -> enough + " accepted captures", SOON, () -> accepted.size() >= enough);
                int before = faults.get();
                line.cut();
                Await.until("a capture that is not accepted", SOON, () -> faults.get() > before);
                line.mend();
            }
            for (Future<Void> sender : sending) {
                sender.get();
            }
        }
        assertEquals(Set.copyOf(requests), accepted.keySet());

        Await.until(
                () -> "all results; told are " + told() + "; it printed:\n" + gateway.printed(),
                SOON,
                () -> told().containsAll(requests));
        assertToldToTheLetter(accepted);
    }

    @Test
    void without_a_word_keeps_nobody_waiting_and_is_found_again() throws Exception {
        Answer before = acceptedNow("silent-before");
        byte[] request = shop.captureBody("silent", "25");
        Await.until("a quiet moment", SOON, () -> told().contains("silent-before"));

        line.silence();
        assertPromisesNothing(request, news("silent-portal"));
        line.cut();
        line.mend();

        Await.until("ready again", SOON, () -> status("/health/readiness") == 200);
        Answer now = assertAcceptedOnce(request);
        Await.until("both results", SOON, () -> told().contains("silent"));
        assertToldToTheLetter(Map.of("silent-before", before, "silent", now));
    }

    private Void sendUntilAccepted(Queue<String> waiting, Map<String, Answer> accepted, AtomicInteger faults) {
        for (String request = waiting.poll(); request != null; request = waiting.poll()) {
            String id = request;
            byte[] body = shop.captureBody(id, "5");
            Await.until(() -> id + " is accepted", SOON, () -> {
                Answer answer = send(body);
                if (answer.code().equals("APPLY_SUCCESS")) {
                    accepted.put(id, answer);
                    return true;
                }
                assertEquals("SYSTEM_ERROR", answer.code(), id);
                faults.incrementAndGet();
                return false;
            });
        }
        return null;
    }

    private void assertPromisesNothing(byte[] request, byte[] news) throws Exception {
        List<Timed<Answer>> answers = Timed.atOnce(AT_ONCE, () -> send(request));
        List<Timed<HttpResponse<byte[]>>> acknowledgements = Timed.atOnce(AT_ONCE, () -> notify(news));
        List<Timed<Integer>> alive = Timed.atOnce(AT_ONCE, () -> status("/health/liveness"));
        Await.until("no longer ready", SOON, () -> status("/health/readiness") == 503);
        List<Timed<Integer>> ready = Timed.atOnce(AT_ONCE, () -> status("/health/readiness"));
        assertEquals(Set.of("SYSTEM_ERROR"), Timed.answers(answers, Answer::code));
        assertEquals(Set.of(200), Timed.answers(answers, Answer::status));
        assertEquals(Set.of(503), Timed.answers(acknowledgements, HttpResponse::statusCode));
        assertFalse(Timed.answers(acknowledgements, answer -> new String(answer.body(), UTF_8))
                .contains(TestMerchant.ACKNOWLEDGEMENT));
        assertEquals(Set.of(200), Timed.answers(alive, status -> status));
        assertEquals(Set.of(503), Timed.answers(ready, status -> status));
        assertInTime("requests", answers);
        assertInTime("notifications", acknowledgements);
        assertInTime("liveness", alive);
        assertInTime("readiness", ready);
    }

    private Answer acceptedNow(String request) throws IOException {
        Answer answer = shop.capture(gateway, request, "7.50");
        assertEquals("APPLY_SUCCESS", answer.code(), request);
        return answer;
    }

    private Answer assertAcceptedOnce(byte[] request) {
        Answer first = send(request);
        Answer second = send(request);
        assertEquals("APPLY_SUCCESS", first.code());
        assertEquals("APPLY_SUCCESS", second.code());
        assertEquals(first.captureNo(), second.captureNo());
        return first;
    }

    /** A result may be told twice, if the line was cut after the first acknowledgement; then in the same words. */
    private void assertToldToTheLetter(Map<String, Answer> accepted) throws IOException {
        Map<String, String> bodies = new HashMap<>();
        for (Notice notice : shop.notices()) {
            String request = notice.requestId();
            assertTrue(Rsa.verify(gateway.gatewayKey(), notice.body(), notice.sign()), request);
            assertEquals("SUCCESS", notice.json().at("/data/status").asText(), request);
            String body = Base64.getEncoder().encodeToString(notice.body());
            assertEquals(body, bodies.computeIfAbsent(request, _ -> body), request);
            if (accepted.containsKey(request)) {
                assertEquals(
                        accepted.get(request).captureNo(),
                        notice.json().at("/data/captureNo").asText());
            }
        }
    }

    /** An outage under load must not fill the disk with traces or lines, nor hide its reason. */
    private void assertLogsInLines() {
        List<String> errors = gateway.printed()
                .lines()
                .filter(line -> line.contains(" ERROR ") || line.startsWith("\tat "))
                .toList();
        assertTrue(
                errors.getFirst().contains("The database is not available: could not go on with a connection"),
                gateway.printed());
        assertTrue(errors.size() < AT_ONCE, gateway.printed());
        assertTrue(gateway.printed().contains("The database is back, after "), gateway.printed());
    }

    private static void assertInTime(String what, List<? extends Timed<?>> answers) {
        Duration slowest =
                answers.stream().map(Timed::taken).max(Duration::compareTo).orElseThrow();
        assertTrue(slowest.compareTo(ANSWERS_WITHIN) < 0, what + " took " + slowest);
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(n -> prefix + "-" + n).toList();
    }

    private Answer send(byte[] request) {
        try {
            return TestMerchant.send(gateway, "capture", request, Rsa.sign(shop.keys.getPrivate(), request));
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        }
    }

    private static byte[] news(String request) {
        return """
            {"code":"APPLY_SUCCESS","msg":"Success.","keyVersion":"1","appId":"shop-away",\
            "merchantNo":"SHOP0000000007","notifyTime":"2026-07-23T00:00:01 +0000","notifyType":"CAPTURE",\
            "data":{"captureNo":"PM-1","requestId":"%s","outTradeNo":"O-1","amount":"1","currency":"USD",\
            "status":"SUCCESS","isFinal":true,"createdTime":"2026-07-22T23:50:59 +0000"}}\
            """.formatted(request).getBytes(UTF_8);
    }

    private HttpResponse<byte[]> notify(byte[] news) throws IOException {
        return Http.post(gateway.at("/captureResultNotifyUrl/shop-away"), news, Rsa.sign(upstream, news));
    }

    private int status(String health) {
        try {
            return Http.get(gateway.management(health)).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(health, e);
        }
    }

    private Set<String> told() {
        return shop.notices().stream().map(Notice::requestId).collect(Collectors.toSet());
    }
}
