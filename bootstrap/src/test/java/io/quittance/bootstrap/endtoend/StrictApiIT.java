package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.DescribedApi.Offer;
import io.quittance.bootstrap.wiring.RunningInstance;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The management API takes what it describes, and")
@TestInstance(Lifecycle.PER_CLASS)
class StrictApiIT {
    private RunningInstance running;
    private String token;
    private DescribedApi api;

    @BeforeAll
    void starts(@TempDir Path folder) throws IOException {
        running = RunningInstance.of(folder.resolve("data"), Map.of());
        token = Files.readString(folder.resolve("data/management-token")).strip();
        api = new DescribedApi(running.settings().managementUrl(), token);
    }

    @AfterAll
    void stops() {
        api.close();
        running.close();
    }

    @Test
    void names_what_it_does_not_know_in_an_address() {
        for (Offer offer : api.offers()) {
            String sentence = api.refused(offer, Map.of("nonsense", "1"), "");

            assertTrue(sentence.startsWith("In the address nonsense is not known here (expected: "), sentence);
            offer.described()
                    .path("parameters")
                    .findValuesAsText("name")
                    .forEach(known -> assertTrue(sentence.contains(known), sentence));
        }
        assertEquals(
                "In the address knd is not known here (expected: kind, number).",
                api.refused(api.offer("tellOrder"), Map.of("knd", "capture"), ""));
        assertEquals(
                "In the address x is not known here (expected: nothing).",
                api.refused(api.offer("beginBackup"), Map.of("x", "1"), ""));
    }

    @Test
    void names_what_it_does_not_know_in_a_body() {
        for (Offer offer : api.offers()) {
            Map<String, String> query = offer.needed().stream().collect(Collectors.toMap(name -> name, _ -> "shop"));

            String sentence = api.refused(offer, query, "{\"nonsense\":1}");

            assertTrue(
                    sentence.startsWith(
                            offer.body().isPresent()
                                    ? "The field nonsense is not known here (expected: "
                                    : "There is a body (expected: none; "),
                    offer.id() + ": " + sentence);
        }
        assertEquals(
                "The field resaon is not known here (expected: kind, number, reason, person).",
                api.refused(api.offer("askOrder"), Map.of(), "{\"resaon\":\"case 4711\"}"));
        assertEquals(
                "The field upstream.key is not known here (expected: upstream.appId, upstream.merchantNo,"
                        + " upstream.privateKey, upstream.publicKey).",
                api.refused(api.offer("addApp"), Map.of(), "{\"upstream\":{\"key\":\"\"}}"));
    }

    @Test
    void names_what_is_of_another_type() {
        Offer change = api.offer("changeApp");
        assertEquals(
                "The field enabled is a text (expected: true or false).",
                api.refused(change, Map.of("appId", "shop"), "{\"enabled\":\"yes\"}"));
        assertEquals(
                "The field upstream.app-id is a number (expected: a text).",
                api.refused(change, Map.of("appId", "shop"), "{\"upstream\":{\"app-id\":5}}"));
        assertEquals(
                "The field anchors is a number (expected: a text).",
                api.refused(api.offer("compareAnchors"), Map.of(), "{\"anchors\":[\"a\",5]}"));
        assertEquals(
                "The field reason is missing.",
                api.refused(change, Map.of("appId", "shop"), "{\"person\":\"Ada\",\"reason\":null}"));
    }

    @Test
    void takes_neither_yes_nor_no_for_more_than_that() {
        assertEquals(
                "overdue is maybe (expected: true or false).",
                api.refused(api.offer("listOrders"), Map.of("kind", "capture", "overdue", "maybe"), ""));
        api.ask("listOrders", Map.of("kind", "capture", "overdue", "false"));
    }

    @Test
    void says_what_can_be_asked_for_where_there_is_no_such_thing() {
        Offer list = api.offer("listOrders");
        assertEquals(
                "No payout is ever NOPE (expected: PENDING, SUCCESS, FAILED, BOUNCEBACK).",
                api.refused(list, Map.of("kind", "payout", "state", "NOPE"), ""));
        api.ask("listOrders", Map.of("kind", "payment-link", "state", "paid"));
        assertEquals(
                "There is no capture nonsense to go on behind (expected: our number of the last capture of the page"
                        + " before, which it names as \"behind\").",
                api.refused(list, Map.of("kind", "capture", "behind", "nonsense"), ""));
        assertEquals(
                "What makes no sense is behind: 'nonsense' (expected: an order of that kind).",
                api.refused(
                        api.offer("replay"),
                        Map.of("kind", "capture", "since", "2026-01-01T00:00:00Z", "behind", "nonsense"),
                        ""));
        assertTrue(api.refused(api.offer("verifyJournal"), Map.of("behind", "nonsense"), "")
                .startsWith("The place is nonsense (expected: what the page before named"));
    }

    @Test
    void verifies_no_months_that_end_before_they_begin() {
        assertEquals(
                "No month is since 2026-03 and until 2026-01 (expected: until that month or a later one).",
                api.refused(api.offer("verifyJournal"), Map.of("since", "2026-03", "until", "2026-01"), ""));
        api.ask("verifyJournal", Map.of("since", "2026-03", "until", "2026-03"));
    }

    @Test
    void says_in_its_own_form_that_a_body_is_too_large() {
        HttpResponse<String> answer = send("POST", "/api/apps", "Bearer", "x".repeat(65_537));

        assertEquals(413, answer.statusCode());
        assertEquals(
                "{\"error\":\"The request is too large (expected: a body of at most 65536 bytes, and a few kilobytes of"
                        + " address and headers).\"}",
                answer.body());
        assertEquals(
                400, send("POST", "/api/apps", "Bearer", "x".repeat(65_536)).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "BEARER", "Bearer"})
    void knows_the_scheme_in_any_case(String scheme) {
        assertEquals(200, send("GET", "/api/apps", scheme, "").statusCode());
    }

    private HttpResponse<String> send(String method, String path, String scheme, String body) {
        return running.call(
                running.settings().managementUrl(), method, path, body, "Authorization", scheme + " " + token);
    }
}
