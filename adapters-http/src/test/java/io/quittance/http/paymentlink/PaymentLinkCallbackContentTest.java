package io.quittance.http.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quittance.application.notification.OwedNews;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Heard;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Snapshot;
import io.quittance.http.live.Upstream;
import io.quittance.http.outbound.Independent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The content of a payment link's notification")
class PaymentLinkCallbackContentTest {
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

    @Nested
    class With_card_data {
        private static final String CARD = "4111111111111111";
        private final Draft draft = Draft.linkNotification(created("L1"))
                .with(
                        "data.payByLinkInfo",
                        "[{\"outTradeNo\":\"T1\",\"status\":\"SUCCESS\",\"paymentDetails\":[{\"targetOrg\":\"\","
                            + "\"paymentMethodType\":\"CARD\",\"cardInfo\":{\"cardOrg\":\"VISA\",\"country\":\"ID\","
                            + "\"cardType\":\"DEBIT\",\"totalCardOrg\":[\"VISA\",\"CB\"],\"type\":\"PAN\","
                            + "\"source\":\"CARD\",\"cardBinNo\":\"411111\",\"cardNumber\":\"" + CARD + "\","
                                + "\"cardHolderName\":\"Grace Hopper\",\"cardLast4\":\"1111\","
                                + "\"cardExpirationYear\":\"27\",\"cardExpirationMonth\":\"09\","
                                + "\"cardIdentifierNo\":\"5555444433332222\"}}]}]");

        @Test
        void is_passed_on_with_all_fields_of_the_page_masked_and_without_the_deprecated_one() {
            told(draft);

            String details =
                    link("L1").transactions().getFirst().details().orElseThrow().asUtf8();
            Map<?, ?> told = owed(link("L1"));
            for (String text : List.of(details, told.toString())) {
                assertFalse(text.contains(CARD) || text.contains("5555") || text.contains("Hopper"), text);
            }
            Map<?, ?> transaction = (Map<?, ?>) ((List<?>) told.get("payByLinkInfo")).getFirst();
            Map<?, ?> detail = (Map<?, ?>) ((List<?>) transaction.get("paymentDetails")).getFirst();
            Map<?, ?> card = (Map<?, ?>) detail.get("cardInfo");
            assertEquals(12, card.size());
            assertEquals("411111****1111", card.get("cardNumber"));
            assertEquals("G*** H***", card.get("cardHolderName"));
            assertEquals(List.of("VISA", "CB"), card.get("totalCardOrg"));
        }

        @Test
        void leaves_none_of_it_in_the_log_whatever_becomes_of_it() {
            try (Heard heard = new Heard()) {
                told(draft);
                told(draft.with("data.totalAmount", "\"1\""));
                upstream.tell(
                        PATH, draft.with("data.linkStatus", "\"" + CARD + "\"").bytes());

                assertFalse(heard.text().contains("5555444433332222"), heard.text());
                assertFalse(heard.text().contains(CARD), heard.text());
                assertFalse(heard.text().contains("Hopper"), heard.text());
            }
        }
    }

    @Nested
    class That_makes_no_sense {
        @ParameterizedTest
        @CsvSource({
            "data.merchantLinkId, null",
            "data.merchantLinkId, '\"\"'",
            "data.merchantLinkId, '[]'",
            "data.linkStatus, '\"PAID\"'",
            "data.linkStatus, 1",
            "data.totalAmount, '\"1e9\"'",
            "data.totalAmount, '\"-1\"'",
            "data.currency, '\"XXX\"'",
            "data.payByLinkInfo, '{}'",
            "data.payByLinkInfo, '[1]'",
            "data.payByLinkInfo, '[{}]'",
            "data.payByLinkInfo, '[{\"outTradeNo\":\"T1\",\"status\":\"PAID\"}]'",
            "data.payByLinkInfo, '[{\"outTradeNo\":\"\",\"status\":\"SUCCESS\"}]'",
            "data.payByLinkInfo, '[{\"outTradeNo\":1,\"status\":\"SUCCESS\"}]'",
            "notifyType, '\"CAPTURE\"'",
            "data, null"
        })
        void is_kept_raw_and_not_acknowledged_and_changes_nothing(String field, String value) {
            PaymentLink before = created("L1");
            byte[] body = Draft.linkNotification(link("L1")).with(field, value).bytes();

            Answer answer = upstream.tell(PATH, body);

            assertEquals(422, answer.status(), answer.body()::asUtf8);
            assertEquals(before, link("L1"));
            assertEquals(
                    Bytes.of(body),
                    gateway.discrepancies().getFirst().discrepancy().message().raw());
        }

        @Test
        void or_that_nobody_signed_is_refused_and_changes_nothing() {
            created("L1");
            Snapshot before = gateway.snapshot();
            byte[] body = Draft.linkNotification(link("L1")).bytes();

            List<Answer> answers = List.of(
                    client.post(PATH, body, List.of()),
                    client.post(PATH, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body))),
                    client.post(PATH + "/nobody", body, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), body))));

            answers.forEach(answer -> assertEquals(401, answer.status()));
            assertEquals(
                    400,
                    upstream.tell(PATH, "[".getBytes(StandardCharsets.UTF_8)).status());
            assertEquals(before, gateway.snapshot());
        }
    }
}
