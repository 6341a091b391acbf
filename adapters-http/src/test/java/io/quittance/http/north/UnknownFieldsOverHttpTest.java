package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Given;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Heard;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A field of a request that no page has")
class UnknownFieldsOverHttpTest {
    private static final String CAPTURE =
            "{\"requestId\":\"R1\",\"outTradeNo\":\"O1\",\"currency\":\"USD\",\"amount\":1,@@}";
    private static final String PAYOUT = "{\"outTradeNo\":\"P1\",\"country\":\"PH\",\"trade\":{\"amount\":\"30.50\","
            + "\"currency\":\"PHP\"},\"payeeInfo\":{\"paymentMethodType\":\"WALLET\",\"accountInfo\":"
            + "{\"accountNo\":\"0812\"}},@@}";
    private static final String LINK = Draft.link("M1").json().replaceFirst(".*\"data\":(\\{.*)\\}\\}$", "$1,@@}");

    private final LiveGateway gateway = new LiveGateway();
    private final Client client = new Client(gateway);

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Answer ask(String api, String data) {
        byte[] body = ("{\"version\":\"1.4\",\"keyVersion\":\"1\",\"requestTime\":\"" + LiveGateway.NOW
                        + "\",\"requestId\":\"" + Given.unique("q") + "\",\"appId\":\"" + LiveGateway.APP
                        + "\",\"merchantNo\":\"" + LiveGateway.NO + "\",\"data\":" + data + "}")
                .getBytes(StandardCharsets.UTF_8);
        return client.post(
                "/aggregate-pay/api/gateway/" + api, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
    }

    private ObjectRef about(String api) {
        return switch (api) {
            case "capture" -> ObjectRef.of(gateway.capture("R1").orElseThrow().id());
            case "paymentOrderPay" ->
                ObjectRef.of(gateway.payout("P1").orElseThrow().id());
            default ->
                ObjectRef.of(gateway.store
                        .paymentLinks()
                        .find(gateway.merchant.id(), new MerchantLinkId("M1"))
                        .orElseThrow()
                        .id());
        };
    }

    private static String data(String api, String field) {
        String data = switch (api) {
            case "capture" -> CAPTURE;
            case "paymentOrderPay" -> PAYOUT;
            case "paymentOrderBatchQry" -> "{\"queryBeginTime\":\"2023-07-01 12:08:34\",@@}";
            default -> LINK;
        };
        return data.replace("@@", field);
    }

    @ParameterizedTest
    @CsvSource({"capture", "paymentOrderPay", "createPaybylink"})
    void is_taken_told_in_the_log_once_and_noted_in_the_journal(String api) {
        try (Heard heard = new Heard()) {
            String field = "\"somethingNew\":\"its secret\"";

            Answer first = ask(api, data(api, field));
            ask(api, data(api, field));

            assertEquals("APPLY_SUCCESS", first.code(), first.body()::asUtf8);
            String line = LiveGateway.APP + " sends a field to " + api + " that no page has: data.somethingNew";
            assertEquals(1, heard.text().lines().filter(line::equals).count(), heard::text);
            assertFalse(heard.text().contains("its secret"));
            String note = gateway.story(about(api)).getFirst().entry().note();
            assertTrue(note.contains("data.somethingNew (no page has it)"), note);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "capture, finalCapure, finalCapture",
        "capture, finalCaputre, finalCapture",
        "paymentOrderPay, refrence, reference",
        "createPaybylink, desciption, description",
        "paymentOrderBatchQry, pageSzie, pageSize"
    })
    void is_refused_where_a_known_one_was_misspelt(String api, String field, String meant) {
        Answer answer = ask(api, data(api, "\"" + field + "\":\"x\""));

        assertEquals("PARAMS_INVALID", answer.code());
        assertTrue(answer.msg().contains("data." + field + ": unknown (expected: probably " + meant), answer.msg());
    }

    @Test
    void leaves_no_trace_where_it_is_refused() {
        ask("capture", data("capture", "\"finalCapure\":false"));

        assertTrue(gateway.capture("R1").isEmpty());
    }
}
