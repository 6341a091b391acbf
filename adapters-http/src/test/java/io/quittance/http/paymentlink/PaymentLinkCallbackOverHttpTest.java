package io.quittance.http.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Discrepancies;
import io.quittance.application.notification.OwedNews;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Page;
import io.quittance.http.live.Upstream;
import io.quittance.http.outbound.Independent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A payment link's notification over HTTP")
class PaymentLinkCallbackOverHttpTest {
    private static final String PATH = "/payLinkResultNotifyUrl";

    private final Upstream upstream = new Upstream();
    private final LiveGateway gateway = upstream.gateway;
    private final Client client = new Client(gateway);

    @AfterEach
    void stop() {
        upstream.close();
    }

    private PaymentLink created(String id) {
        byte[] body = Draft.link(id).bytes();
        Answer answer = client.post(Client.CREATE_LINK, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
        assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
        return link(id);
    }

    private PaymentLink link(String id) {
        return gateway.link(id).orElseThrow();
    }

    private void told(Draft draft) {
        Upstream.assertAcknowledged(upstream.tell(PATH, draft.bytes()));
    }

    private Map<?, ?> owed(PaymentLink link) {
        List<OwedNews> owed = gateway.owed(link);
        assertEquals(1, owed.size());
        return LinkPage.read(Independent.json(owed.getFirst().body().toArray()));
    }

    private static byte[] example(String name) {
        return Page.example("link-notification/" + name)
                .replace("a801ef1fa1a74db683aed2d768a41df1", LiveGateway.UPSTREAM_APP)
                .replace("020113827303196", LiveGateway.UPSTREAM_NO)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    class Of_the_page {
        @ParameterizedTest
        @ValueSource(strings = {"notification.json", "trailing-blank.json"})
        void makes_a_link_that_nobody_asked_for_and_is_passed_on_field_by_field(String name) {
            byte[] notification = example(name);

            Upstream.assertAcknowledged(upstream.tell(PATH, notification));

            PaymentLink link = link("paybylinktest001");
            assertNotEquals("jyirffse", link.id().value());
            assertEquals(link.id().value(), owed(link).get("linkId"));
            assertTrue(link.isPaid());
            Map<?, ?> said = (Map<?, ?>) Independent.json(notification).get("data");
            Map<?, ?> told = owed(link);
            for (Object field :
                    List.of("merchantLinkId", "totalAmount", "country", "currency", "linkUrl", "qrCodeUrl")) {
                assertEquals(said.get(field), told.get(field), field.toString());
            }
            assertEquals("EXPIRED", told.get("linkStatus"), "its end was years ago");
            assertEquals("2022-11-22T02:00:00.500Z", told.get("expiresAt"));
            assertEquals(said.get("linkDescription") == null ? "" : "link Description", told.get("linkDescription"));
            Map<?, ?> transaction = (Map<?, ?>) ((List<?>) told.get("payByLinkInfo")).getFirst();
            assertEquals("order2022001", transaction.get("outTradeNo"));
            assertEquals("2022-10-20T02:00:00.500Z", transaction.get("completeAt"));
            assertEquals(
                    List.of(Map.of(
                            "targetOrg",
                            "",
                            "paymentMethodType",
                            "CARD",
                            "cardInfo",
                            Map.of("cardOrg", "VISA", "cardNumber", "625244****9483"))),
                    transaction.get("paymentDetails"));
        }

        @Test
        void is_acknowledged_with_the_words_of_the_page() {
            assertEquals(
                    Independent.json(Page.example("link-notification/acknowledgement.json")
                            .getBytes(StandardCharsets.UTF_8)),
                    Independent.json(Upstream.ACKNOWLEDGED.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Nested
    class That_a_link_was_paid {
        @Test
        void is_owed_to_the_merchant_under_our_own_id_and_addresses() {
            PaymentLink link = created("L1");

            told(Draft.linkNotification(link("L1")));

            PaymentLink paid = link("L1");
            assertEquals(link.urls(), paid.urls(), "what the merchant was told stays");
            OwedNews owed = gateway.owed(paid).getFirst();
            assertEquals(Optional.of(URI.create("https://merchant.example/links")), owed.notifyUrl());
            Map<?, ?> told = owed(paid);
            assertEquals(link.id().value(), told.get("linkId"));
            assertEquals("https://pay.example/pay/" + link.id(), told.get("linkUrl"));
            assertEquals("ACTIVE", told.get("linkStatus"));
            assertEquals("our own note", told.get("linkDescription"));
            assertFalse(owed.body().asUtf8().contains("up-L1"), "upstream's id stays inside");
        }

        @Test
        void twice_is_acknowledged_twice_and_announced_once() {
            created("L1");

            told(Draft.linkNotification(link("L1")));
            told(Draft.linkNotification(link("L1")).with("notifyTime", "\"2026-03-01T12:01:00.000Z\""));

            assertEquals(1, gateway.owed(link("L1")).size());
        }

        @Test
        void may_come_to_the_address_with_our_app_id() {
            created("L1");

            Upstream.assertAcknowledged(upstream.tell(
                    PATH + "/" + LiveGateway.APP,
                    Draft.linkNotification(link("L1")).bytes()));

            assertTrue(link("L1").isPaid());
        }

        @Test
        void that_leaves_out_what_is_not_needed_is_taken() {
            created("L1");

            told(Draft.linkNotification(link("L1"))
                    .without("data.linkId")
                    .without("data.totalAmount")
                    .without("data.currency")
                    .without("data.country")
                    .without("data.linkStatus")
                    .without("data.expiresAt")
                    .without("data.linkUrl")
                    .without("data.qrCodeUrl")
                    .without("data.linkDescription")
                    .without("notifyType")
                    .without("notifyTime"));

            assertTrue(link("L1").isPaid());
        }

        @ParameterizedTest
        @CsvSource({
            "data.totalAmount, '\"40001\"'",
            "data.currency, '\"VND\"'",
        })
        void on_other_terms_is_a_discrepancy_and_acknowledged(String field, String value) {
            created("L1");

            told(Draft.linkNotification(link("L1")).with(field, value));

            assertFalse(link("L1").isPaid());
            assertEquals(1, gateway.discrepancies().size());
        }

        @Test
        void by_a_second_transaction_is_a_discrepancy_and_acknowledged() {
            created("L1");
            told(Draft.linkNotification(link("L1")));

            told(Draft.linkNotification(link("L1"))
                    .with("data.payByLinkInfo", "[{\"outTradeNo\":\"T2\",\"status\":\"SUCCESS\"}]"));

            assertEquals(1, gateway.owed(link("L1")).size());
            assertEquals(
                    List.of("a second payment of a link that is paid"),
                    gateway.discrepancies().stream()
                            .map(Discrepancies.Kept::discrepancy)
                            .map(Discrepancies.Discrepancy::why)
                            .toList());
        }
    }

    @Nested
    class About_attempts {
        @Test
        void is_recorded_and_told_to_nobody() {
            created("L1");

            told(Draft.linkNotification(link("L1"))
                    .with(
                            "data.payByLinkInfo",
                            "[{\"outTradeNo\":\"T1\",\"status\":\"pending\"},{\"outTradeNo\":\"T2\",\"status\":\"CLOSED\"},"
                                + "{\"outTradeNo\":\"\",\"status\":\"PENDING\"}]"));

            assertEquals(
                    List.of(Status.PENDING, Status.CLOSE),
                    link("L1").transactions().stream().map(one -> one.status()).toList());
            assertEquals(List.of(), gateway.owed(link("L1")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "[]", "\"\""})
        void may_be_none_at_all(String none) {
            created("L1");

            told(Draft.linkNotification(link("L1")).with("data.payByLinkInfo", none));

            assertEquals(new PaymentLink.State.Active(), link("L1").state());
        }
    }

    @Test
    void moves_no_link_of_another_merchant() {
        created("L1");
        byte[] neighbours = Draft.linkNotification("L1")
                .with("appId", "\"up-neighbour\"")
                .with("merchantNo", "\"N-NO\"")
                .bytes();

        Upstream.assertAcknowledged(upstream.tell(PATH, neighbours));

        assertFalse(link("L1").isPaid());
        MerchantId neighbour = gateway.neighbour.id();
        PaymentLink theirs = gateway.store
                .paymentLinks()
                .find(neighbour, new MerchantLinkId("L1"))
                .orElseThrow();
        assertTrue(theirs.isPaid(), "it made one of its own");
    }

    @Test
    void keeps_upstreams_id_beside_ours_for_a_link_it_opened() {
        created("L1");
        told(Draft.linkNotification(link("L1")));

        PaymentLink.Opening.Opened opened =
                (PaymentLink.Opening.Opened) link("L1").opening();
        assertTrue(opened.number().map(UpstreamLinkId::value).orElseThrow().contains("SM"), "the simulator's");
        assertEquals(Instant.parse("2026-03-02T12:00:00Z"), link("L1").expiresAt());
    }
}
