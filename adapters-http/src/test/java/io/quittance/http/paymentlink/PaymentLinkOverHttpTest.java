package io.quittance.http.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.AtOnce;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonReader;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Page;
import io.quittance.http.live.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A payment link over HTTP")
class PaymentLinkOverHttpTest {
    private final LinkCaller caller = new LinkCaller();

    @AfterEach
    void stop() {
        caller.close();
    }

    private static Json.Obj page(String name) throws Exception {
        return (Json.Obj) JsonReader.read(Page.example(name).getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> names(Json.Obj object, String field) {
        return new TreeSet<>(
                ((Json.Obj) object.field(field).orElseThrow()).fields().keySet());
    }

    @Nested
    class Of_the_pages {
        private byte[] request(String name) {
            return Page.example(name)
                    .replace("2022-01-22T10:00:00.500+08:00", LiveGateway.NOW.toString())
                    .replace("6666c8b036a24579974497c2f9a33333", LiveGateway.APP)
                    .replace("010213834784554", LiveGateway.NO)
                    .replace("paybylinktest001", "paylinktest001")
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Test
        void is_created_looked_at_and_ended_word_for_word() throws Exception {
            Answer create = caller.ask(Client.CREATE_LINK, request("create-link/request.json"), Keys.MERCHANT);
            Answer query = caller.ask(Client.QUERY_LINK, request("query-link/request.json"), Keys.MERCHANT);
            Answer expire = caller.ask(Client.EXPIRE_LINK, request("expire-link/request.json"), Keys.MERCHANT);

            assertEquals("APPLY_SUCCESS", create.code(), create.body()::asUtf8);
            assertEquals(
                    names(page("create-link/response.json"), "data"),
                    new TreeSet<>(create.data().fields().keySet()));
            assertEquals(
                    names(page("query-link/response.json"), "data"),
                    new TreeSet<>(query.data().fields().keySet()));
            assertEquals(
                    names(page("expire-link/response.json"), "data"),
                    new TreeSet<>(expire.data().fields().keySet()));
            assertEquals(
                    Money.of("40000", "IDR"),
                    caller.kept("paylinktest001").offer().amount());
            assertEquals("冬季新款运动鞋", Answer.text(query.data(), "description"));
            assertEquals("链接收款衣物鞋帽", Answer.text(query.data(), "linkDescription"));
        }

        @Test
        void is_taken_without_the_merchant_info_that_one_sample_leaves_out() {
            assertEquals(
                    "APPLY_SUCCESS",
                    caller.create(Draft.link("bare")
                                    .without("data.merchantInfo")
                                    .without("data.notifyUrl")
                                    .without("data.language")
                                    .without("data.linkDescription"))
                            .code());
        }
    }

    @Nested
    class That_is_new {
        @Test
        void is_answered_with_our_own_id_and_addresses() {
            Answer answer = caller.created("new");

            PaymentLink link = caller.kept("new");
            assertEquals(
                    "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"data\":{\"linkId\":\"" + link.id()
                            + "\",\"merchantLinkId\":\"new\",\"linkUrl\":\"https://pay.example/pay/" + link.id()
                            + "\",\"linkStatus\":\"ACTIVE\",\"qrCodeUrl\":\"https://pay.example/pay/" + link.id()
                            + "/qrcode.png\",\"expiresAt\":\"2026-03-02T12:00:00.000Z\"}}",
                    answer.body().asUtf8());
        }

        @Test
        void lives_as_long_as_was_asked_for() {
            caller.create(Draft.link("shortest").with("data.expiresTime", "\"3600\""));
            caller.create(Draft.link("longest").with("data.expiresTime", "2592000"));

            assertEquals(
                    LiveGateway.NOW.plusSeconds(3600), caller.kept("shortest").expiresAt());
            assertEquals(
                    LiveGateway.NOW.plusSeconds(2_592_000),
                    caller.kept("longest").expiresAt());
        }
    }

    @Nested
    class That_is_asked_for_again {
        @Test
        void is_the_same_whatever_the_order_of_its_fields_and_the_zeros_of_its_amount() {
            Answer first = caller.created("again");

            Draft same = Draft.link("again")
                    .without("data.country")
                    .with("data.country", "\"ID\"")
                    .with("data.totalAmount", "40000.00")
                    .with("data.expiresTime", "\"86400\"");

            assertEquals(first.body(), caller.create(same).body());
        }

        @Test
        void conflicts_whatever_differs_and_says_where_the_first_one_stands() {
            Answer first = caller.created("other");
            Snapshot before = caller.gateway.snapshot();
            for (Draft other : List.of(
                    Draft.link("other").with("data.totalAmount", "\"40001\""),
                    Draft.link("other").with("data.currency", "\"VND\""),
                    Draft.link("other").with("data.country", "\"VN\""),
                    Draft.link("other").with("data.expiresTime", "\"86401\""),
                    Draft.link("other").with("data.description", "\"something else\""),
                    Draft.link("other").with("data.notifyUrl", "\"https://merchant.example/other\""),
                    Draft.link("other").with("data.notUnderstood", "[1]"),
                    Draft.link("other").without("data.merchantInfo"))) {
                Answer answer = caller.create(other);

                assertEquals("ORDER_REPEAT", answer.code(), other::json);
                assertEquals(first.data(), answer.data());
            }
            assertEquals(before, caller.gateway.snapshot());
        }
    }

    @Test
    void that_sixty_four_ask_for_at_once_is_one() {
        List<Integer> rivals = IntStream.range(0, 64).boxed().toList();

        List<Answer> answers = AtOnce.all(
                rivals,
                i -> caller.create(Draft.link("raced").with("data.totalAmount", i % 8 == 0 ? "\"7\"" : "\"40000\"")));

        PaymentLink link = caller.kept("raced");
        for (int i = 0; i < rivals.size(); i++) {
            boolean same = link.offer().amount().equals(Money.of(i % 8 == 0 ? "7" : "40000", "IDR"));
            Answer answer = answers.get(i);
            if (answer.code().equals("APPLY_SUCCESS")) {
                assertTrue(same, "only what was kept is accepted");
                assertEquals(link.id().value(), Answer.text(answer.data(), "linkId"));
            } else {
                assertEquals(same ? "REQUEST_TIMEOUT" : "ORDER_REPEAT", answer.code());
            }
        }
        assertEquals(
                "APPLY_SUCCESS",
                caller.create(Draft.link("raced")
                                .with(
                                        "data.totalAmount",
                                        Draft.text(link.offer().amount().text())))
                        .code());
        assertEquals(1, caller.gateway.store.errands().all().size());
    }

    @Test
    void of_the_same_id_for_another_merchant_is_another() {
        caller.created("shared");
        byte[] neighbours = Draft.link("shared")
                .with("appId", Draft.text(LiveGateway.NEIGHBOUR_APP))
                .with("merchantNo", Draft.text(LiveGateway.NEIGHBOUR_NO))
                .with("data.totalAmount", "\"7\"")
                .bytes();

        assertEquals(
                "APPLY_SUCCESS",
                caller.ask(Client.CREATE_LINK, neighbours, Keys.NEIGHBOUR).code());

        MerchantId neighbour = caller.gateway.neighbour.id();
        assertEquals(
                Money.of("7", "IDR"),
                caller.gateway
                        .store
                        .paymentLinks()
                        .find(neighbour, new MerchantLinkId("shared"))
                        .orElseThrow()
                        .offer()
                        .amount());
        assertEquals(Money.of("40000", "IDR"), caller.kept("shared").offer().amount());
    }
}
