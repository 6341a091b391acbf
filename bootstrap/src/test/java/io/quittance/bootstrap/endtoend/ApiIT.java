package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.DescribedApi.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The management API, by its description,")
@TestInstance(Lifecycle.PER_CLASS)
class ApiIT {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final String APP = "shop";
    private static final Map<String, String> OF_APP = Map.of("appId", APP);

    private GatewayProcess gateway;
    private TestMerchant shop;
    private DescribedApi api;
    private Path folder;

    @BeforeAll
    void starts(@TempDir Path folder) throws Exception {
        this.folder = folder;
        gateway = new GatewayProcess(folder)
                .with("QUITTANCE_SIMULATOR_DELAY", "10ms")
                .start();
        shop = new TestMerchant(APP, "SHOP0000000044");
        String token = Files.readString(gateway.data().resolve("management-token"));
        api = new DescribedApi(gateway.management("/"), token.strip());
    }

    @AfterAll
    void stops() {
        api.close();
        shop.close();
        gateway.close();
    }

    @Test
    void lets_nobody_in_without_the_token() {
        for (Offer offer : api.offers()) {
            var answer = api.stranger(offer);

            assertEquals(401, answer.statusCode(), offer.id());
            assertEquals(
                    "Bearer", answer.headers().firstValue("WWW-Authenticate").orElse(""), offer.id());
        }
    }

    @Test
    void names_what_is_missing() {
        for (Offer offer : api.offers()) {
            if (!offer.needed().isEmpty()) {
                String sentence = api.refused(offer, Map.of(), offer.body().isPresent() ? "{}" : "");
                assertTrue(
                        offer.needed().stream().anyMatch(sentence::contains)
                                || offer.body().isPresent(),
                        offer.id() + ": " + sentence);
            }
            if (offer.body().isPresent()) {
                Map<String, String> query = offer.needed().stream().collect(Collectors.toMap(name -> name, _ -> APP));
                assertEquals("The body is missing (expected: JSON).", api.refused(offer, query, ""), offer.id());
                assertFalse(api.refused(offer, query, "[]").isEmpty());
                assertFalse(api.refused(offer, query, "{").isEmpty());
            }
        }
    }

    @Test
    void does_all_that_is_described_as_it_is_described() throws Exception {
        registers();
        routes();
        endsOrders();
        holdsAndDelivers();
        endsDiscrepancies();
        audits();
        replaysAndKeeps();
        removes();
        ApiKeys.change(api, APP);
        ApiKeys.move(api, folder);
        ApiPersons.forget(api);
        assertEquals(
                api.offers().stream()
                        .map(Offer::id)
                        .filter(id -> !id.equals("describe"))
                        .collect(Collectors.toSet()),
                api.asked());
    }

    private void registers() {
        JsonNode added =
                api.ask("addApp", Map.of(), """
                    {"appId":"%s","merchantNo":"%s","publicKey":"%s","notifyUrl":"%s"}\
                    """.formatted(APP, shop.merchantNo, shop.publicKey(), shop.notifyUrl()));
        assertEquals(APP, added.path("appId").asText());
        api.ask("listApps", Map.of());
        api.ask("listApps", OF_APP);
        for (String dialect : List.of("legacy", "v2")) {
            JsonNode changed = api.ask("changeApp", OF_APP, """
                {"enabled":true,"payoutDialect":"%s","person":"Ada","reason":"case 4711"}\
                """.formatted(dialect));
            assertEquals(dialect, changed.at("/app/payoutDialect").asText());
            assertEquals(dialect, changed.at("/app/changes/0/became").asText(), changed.toString());
        }
        Await.until("it is known", GENEROUS, () -> gateway.knows(APP));
    }

    private void routes() {
        JsonNode account = api.ask("openAccount", Map.of(), """
            {"appId":"%s","acquirer":"simulator","settings":{"app-id":"U-2","merchant-no":"UN-2"}}\
            """.formatted(APP));
        assertEquals(2, api.ask("listAccounts", OF_APP).path("accounts").size());
        api.ask("changeAccount", Map.of("account", account.path("id").asText()), """
            {"settings":{"merchant-no":"UN-3"},"person":"Ada","reason":"case 4711"}\
            """);
        JsonNode routed =
                api.ask("setRoute", OF_APP, """
                    {"service":"payout","currency":"EUR","account":"%s"}\
                    """.formatted(account.path("id").asText()));
        assertEquals(1, routed.path("rules").size(), routed.toString());
        assertTrue(routed.path("changed").asBoolean(), routed.toString());
        assertEquals(routed.path("rules"), api.ask("showRoutes", OF_APP).path("rules"));
        JsonNode none = api.ask("removeRoute", OF_APP, "{\"service\":\"payout\",\"currency\":\"EUR\"}");
        assertEquals(0, none.path("rules").size(), none.toString());
    }

    /** The simulator leaves a payout of 100 pending. */
    private void endsOrders() throws IOException {
        assertEquals("APPLY_SUCCESS", shop.payout(gateway, "P_1", "100", "").code());
        JsonNode found = api.ask("findOrders", Map.of("id", "P_1")).at("/orders/0");
        Map<String, String> order = Map.of(
                "kind",
                found.path("kind").asText(),
                "number",
                found.path("number").asText());
        assertEquals("PENDING", api.ask("tellOrder", order).at("/order/state").asText());
        api.ask("askOrder", Map.of(), DescribedApi.byPerson(order));
        Map<String, String> ending = new HashMap<>(order);
        ending.put("as", "failed");
        ending.put("code", "no such bank");
        assertTrue(api.refused(api.offer("settleOrder"), Map.of(), DescribedApi.byPerson(ending))
                .startsWith("The code is no such"));
        ending.put("code", "NO_SUCH_BANK");
        assertTrue(isChanged(api.ask("settleOrder", Map.of(), DescribedApi.byPerson(ending))));
        assertFalse(isChanged(api.ask("settleOrder", Map.of(), DescribedApi.byPerson(ending))));

        JsonNode whole = api.ask("revealOrder", Map.of(), DescribedApi.byPerson(order));
        assertTrue(whole.toString().contains("Grace Hopper"), whole.toString());
        JsonNode listed = api.ask(
                "listOrders",
                Map.of("kind", "payout", "state", "failed", "appId", APP, "olderThan", "0s", "limit", "1"));
        assertEquals("NO_SUCH_BANK", listed.at("/orders/0/failureCode").asText(), listed.toString());
        String token = api.ask("authorize", Map.of(), """
            {"appId":"%s","outTradeNo":"O-7","amount":"7","currency":"USD","status":"SUCCESS"}\
            """.formatted(APP))
                .path("tradeToken")
                .asText();
        assertFalse(token.isEmpty());
    }

    private void setsFurtherEndpoints() {
        Map<String, String> books = Map.of("appId", APP, "name", "books");
        String wish = "{\"notifyUrl\":\"https://a.example/\",\"kinds\":[\"news\"],\"person\":\"Ada\",\"reason\":\"a\"}";
        assertEquals("news", api.ask("setEndpoint", books, wish).at("/kinds/0").asText());
        assertFalse(isChanged(api.ask("setEndpointTls", books, DescribedApi.byPerson(Map.of("authorities", "")))));
        JsonNode removed = api.ask("removeEndpoint", books, DescribedApi.byPerson(Map.of()));
        assertFalse(removed.path("removedAt").isNull());
    }

    private void holdsAndDelivers() throws IOException {
        assertEquals("open", api.ask("listEndpoints", OF_APP).path("state").asText());
        setsFurtherEndpoints();
        assertTrue(api.ask("testEndpoint", OF_APP, "{\"person\":\"Ada\"}")
                .path("acknowledged")
                .asBoolean());
        assertTrue(isChanged(api.ask("holdEndpoint", OF_APP, DescribedApi.byPerson(Map.of()))));
        assertEquals("APPLY_SUCCESS", shop.capture(gateway, "R-1", "42.50").code());
        Map<String, String> held = Map.of("order", "R-1", "state", "held");
        Await.until(
                "it is owed",
                GENEROUS,
                () -> api.ask("countDeliveries", held).path("count").asInt() == 1);
        JsonNode one = api.ask("listDeliveries", held).at("/deliveries/0");
        Map<String, String> id = Map.of("id", one.path("id").asText());
        api.ask("showDelivery", id);
        api.ask("revealDelivery", Map.of(), DescribedApi.byPerson(id));
        api.ask("resendDelivery", Map.of(), DescribedApi.byPerson(id));
        api.ask("resendDeliveries", Map.of(), DescribedApi.byPerson(Map.of("appId", APP, "kind", "capture")));
        JsonNode released =
                api.ask("releaseEndpoint", Map.of("appId", APP, "perSecond", "500"), DescribedApi.byPerson(Map.of()));
        assertEquals("slowed", released.path("state").asText());
        Await.until("it is told", GENEROUS, () -> told("R-1") == 1);
        Await.until(
                "it is told of",
                GENEROUS,
                () -> api.ask("listDeliveries", Map.of("order", "R-1"))
                                .path("delivered")
                                .size()
                        == 1);
        api.ask("repeatOrderDelivery", Map.of(), DescribedApi.byPerson(Map.of("order", "R-1")));
        Await.until("it is told again", GENEROUS, () -> told("R-1") == 2);
        api.ask("listEndpoints", Map.of());
    }

    /** The simulator leaves a capture of 120 pending. */
    private void endsDiscrepancies() throws IOException {
        assertEquals("APPLY_SUCCESS", shop.capture(gateway, "R-2", "120").code());
        PrivateKey upstream = Rsa.readPrivate(gateway.data().resolve("demo/simulator-private-key.pem"));
        DiscrepanciesIT.post(gateway, APP, DiscrepanciesIT.news(APP, shop.merchantNo, "R-1", "FAILED"), upstream);
        JsonNode listed = api.ask("listDiscrepancies", Map.of("appId", APP, "oldestFirst", "true", "limit", "5"));
        Map<String, String> number =
                Map.of("number", listed.at("/discrepancies/0/number").asText());
        JsonNode told = api.ask("tellDiscrepancy", number);
        assertFalse(told.at("/adopting/possible").asBoolean(true), told.toString());
        api.ask("revealDiscrepancy", Map.of(), DescribedApi.byPerson(number));
        assertTrue(api.ask("closeDiscrepancy", Map.of(), DescribedApi.byPerson(number))
                .path("changed")
                .asBoolean());
        assertEquals(
                1,
                api.ask("listDiscrepancies", Map.of("ended", "true"))
                        .path("discrepancies")
                        .size());

        DiscrepanciesIT.post(gateway, APP, DiscrepanciesIT.news(APP, shop.merchantNo, "R-3", "SUCCESS"), upstream);
        Map<String, String> early = Map.of(
                "number",
                api.ask("listDiscrepancies", Map.of())
                        .at("/discrepancies/0/number")
                        .asText());
        assertEquals("APPLY_SUCCESS", shop.capture(gateway, "R-3", "120").code());
        assertTrue(api.ask("adoptDiscrepancy", Map.of(), DescribedApi.byPerson(early))
                .path("moved")
                .asBoolean());
    }

    private void audits() {
        JsonNode checked = api.ask("verifyJournal", Map.of("since", "2026-01"));
        assertTrue(checked.path("rows").asInt() > 10 && checked.path("damages").isEmpty(), checked.toString());
        api.ask("verifyOrder", Map.of("kind", "capture", "number", ApiPersons.capture(api)));
        JsonNode anchors = api.ask("listAnchors", Map.of());
        assertTrue(api.ask("compareAnchors", Map.of(), "{\"anchors\":" + anchors.path("anchors") + "}")
                .path("damages")
                .isEmpty());
        api.ask("vouchForRows", Map.of(), DescribedApi.byPerson(Map.of()));
    }

    private void replaysAndKeeps() {
        assertFalse(api.ask("listReplayKinds", Map.of()).path("kinds").isEmpty());
        JsonNode replayed = api.ask("replay", Map.of("kind", "capture", "since", "2026-01-01T00:00:00Z"));
        assertTrue(
                replayed.path("differences").isEmpty()
                        && replayed.path("messages").asInt() > 0,
                replayed.toString());
        api.ask("beginBackup", Map.of());
        Await.until(
                "it is written",
                GENEROUS,
                () -> api.ask("showBackup", Map.of()).path("state").asText().equals("DONE"));
    }

    private void removes() {
        assertTrue(api.refused(api.offer("removeApp"), OF_APP, DescribedApi.byPerson(Map.of()))
                .contains("open"));
        api.ask("addApp", Map.of(), """
            {"appId":"gone","merchantNo":"GONE","publicKey":"%s","notifyUrl":"%s"}\
            """.formatted(
                        TestMerchant.line(Rsa.newPair().getPublic()), shop.notifyUrl()));
        assertFalse(api.ask("removeApp", Map.of("appId", "gone"), DescribedApi.byPerson(Map.of()))
                .at("/app/removedAt")
                .isNull());
    }

    private static boolean isChanged(JsonNode answer) {
        return answer.path("changed").asBoolean();
    }

    private long told(String request) {
        return shop.notices().stream()
                .filter(one -> one.requestId().equals(request))
                .count();
    }
}
