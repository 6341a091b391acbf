package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import io.quittance.bootstrap.endtoend.TestMerchant.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An app with several endpoints")
class SeveralEndpointsIT {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final Reply WELL = new Reply(200, TestMerchant.ACKNOWLEDGEMENT);
    private static final Reply LEGACY = new Reply(200, "{\"bizCode\":\"0000\",\"message\":\"success\"}");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> is_told_at_each_by_itself() {
        return Databases.each(folder, this::play);
    }

    private record Scene(GatewayProcess gateway, TestMerchant shop, TestMerchant books, TestMerchant broken) {
        String run(String... line) throws IOException, InterruptedException {
            GatewayProcess.Ran ran = gateway.run(line);
            assertEquals(0, ran.exit(), ran.out() + ran.err());
            return ran.out();
        }

        void set(String name, String... more) throws IOException, InterruptedException {
            List<String> line = Stream.concat(
                            Stream.of(
                                    "endpoint", "set", shop.appId, "--name", name, "--reason", "a test", "--by", "Ada"),
                            Stream.of(more))
                    .toList();
            assertTrue(run(line.toArray(String[]::new)).startsWith("Set."));
        }

        void payout(String order, String remark) throws IOException {
            assertEquals(
                    "APPLY_SUCCESS",
                    shop.payout(gateway, order, "12.30", remark).code());
        }
    }

    private void play(String name, GatewayProcess gateway) throws Exception {
        String app = "several-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        try (gateway;
                TestMerchant shop = new TestMerchant(app, "SHOP0000000041");
                TestMerchant books = new TestMerchant("books", "SHOP0000000042");
                TestMerchant broken = new TestMerchant("broken", "SHOP0000000043")) {
            gateway.with("QUITTANCE_SIMULATOR_DELAY", "10ms").start();
            shop.register(gateway, folder);
            books.answerBy(_ -> LEGACY);
            broken.answerBy(_ -> new Reply(500, "oops"));
            Scene scene = new Scene(gateway, shop, books, broken);
            scene.set("books", "--notify-url", books.notifyUrl(), "--kinds", "payout", "--payout-dialect", "legacy");
            scene.set("broken", "--notify-url", broken.notifyUrl());

            eachIsTold(scene);
            oneAloneIsToldAgain(scene);
            whatOneIsOwedGoesOutInOrder(scene);
            oneStandsInForTheRegisteredAddress(scene);
            oneThatWasRemovedIsToldNothingNew(scene);

            String shown = scene.run("app", "show", shop.appId);
            assertTrue(shown.contains(" by Ada: endpoint books exclusive from false to true"), shown);
        }
    }

    private static List<String> results(TestMerchant at, String order) {
        return at.notices().stream()
                .filter(notice -> notice.about().equals(order))
                .map(Notice::result)
                .distinct()
                .toList();
    }

    private static void told(String what, TestMerchant at, String order, String... results) {
        Await.until(
                () -> what + ": " + results(at, order),
                GENEROUS,
                () -> results(at, order).equals(List.of(results)));
    }

    private static void eachIsTold(Scene scene) throws Exception {
        scene.payout("P_1", "BOUNCEBACK");
        scene.shop().capture(scene.gateway(), "R-1", "42.50");

        told("the registered one", scene.shop(), "P_1", "SUCCESS", "BOUNCEBACK");
        told("the ledger, in the codes of the older form", scene.books(), "P_1", "1", "4");
        told("the registered one, of the capture", scene.shop(), "R-1", "SUCCESS");
        Await.until(
                "the one that fails is tried",
                GENEROUS,
                () -> !scene.broken().notices().isEmpty());
        assertEquals(List.of(), results(scene.books(), "R-1"), "it is told of payouts alone");
        for (Notice notice : scene.books().notices()) {
            assertEquals("P_1", notice.json().at("/orderId").asText(), "in the older form");
            assertTrue(Rsa.verify(scene.gateway().gatewayKey(), notice.body(), notice.sign()));
        }
        String list = scene.run("endpoint", "list");
        assertTrue(list.contains("registered") && list.contains("books") && list.contains("broken"), list);
        JsonNode card = json(scene, "endpoint", "show", scene.shop().appId, "--name", "broken", "--json");
        assertEquals(2, card.at("/waiting").asInt(), "the capture, and the first of the payout");
        assertEquals(
                0,
                json(scene, "endpoint", "show", scene.shop().appId, "--json")
                        .at("/waiting")
                        .asInt());
    }

    private static JsonNode json(Scene scene, String... line) throws IOException, InterruptedException {
        return TestMerchant.json(scene.run(line).getBytes(StandardCharsets.UTF_8));
    }

    private static void oneAloneIsToldAgain(Scene scene) throws Exception {
        Notice last = scene.books().notices().getLast();
        int shop = scene.shop().notices().size();
        int books = scene.books().notices().size();

        scene.run("delivery", "resend", "--order", "P_1", "--endpoint", "books", "--reason", "they lost it");

        Await.until("it comes again", GENEROUS, () -> scene.books().notices().size() == books + 1);
        assertArrayEquals(last.body(), scene.books().notices().getLast().body());
        assertEquals(shop, scene.shop().notices().size());
    }

    private static void whatOneIsOwedGoesOutInOrder(Scene scene) throws Exception {
        scene.broken().answerBy(_ -> WELL);

        scene.run("endpoint", "release", scene.shop().appId, "--reason", "they are back", "--name", "broken");

        told("the one that was broken", scene.broken(), "R-1", "SUCCESS");
        told("the one that was broken", scene.broken(), "P_1", "SUCCESS", "BOUNCEBACK");
        String delivered = scene.run("delivery", "list", "--order", "P_1", "--state", "delivered");
        assertTrue(
                delivered.contains("books") && delivered.contains("broken") && delivered.contains("registered"),
                delivered);
    }

    private static void oneStandsInForTheRegisteredAddress(Scene scene) throws Exception {
        scene.set("books", "--exclusive");

        scene.payout("P_2", "SUCCESS");

        told("the ledger", scene.books(), "P_2", "1");
        told("the one that was broken", scene.broken(), "P_2", "SUCCESS");
        assertEquals(
                "",
                scene.run("delivery", "list", "--order", "P_2", "--state", "waiting"),
                "and nobody else is owed it");
        assertEquals(List.of(), results(scene.shop(), "P_2"));
    }

    private static void oneThatWasRemovedIsToldNothingNew(Scene scene) throws Exception {
        assertTrue(scene.run("endpoint", "remove", scene.shop().appId, "--name", "broken", "--reason", "it is gone")
                .startsWith("Removed."));

        scene.payout("P_3", "SUCCESS");

        told("the ledger", scene.books(), "P_3", "1");
        assertEquals("", scene.run("delivery", "list", "--order", "P_3", "--state", "waiting"));
        assertEquals(List.of(), results(scene.broken(), "P_3"));
        assertTrue(scene.gateway()
                .run("endpoint", "hold", scene.shop().appId, "--name", "nobody", "--reason", "x")
                .err()
                .contains("has no endpoint nobody (expected: registered, books)"));
    }
}
