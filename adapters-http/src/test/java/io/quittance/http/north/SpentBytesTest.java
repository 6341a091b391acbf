package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.relay.FarGateway;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The signed bytes of a request to one API")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpentBytesTest {
    private static final FarGateway FAR = (merchant, api, request) -> new FarGateway.Answered(
            Exchange.nothingSent(Duration.ZERO), Bytes.utf8("{\"code\":\"APPLY_SUCCESS\",\"msg\":\"\"}"), "taken");

    /** What each API takes; an id is put in for @@. */
    private static final Map<String, String> DATA = Map.ofEntries(
            Map.entry("capture", "{\"requestId\":\"@@\",\"outTradeNo\":\"O-@@\",\"currency\":\"USD\",\"amount\":1}"),
            Map.entry("cancel", "{\"requestId\":\"@@\",\"outTradeNo\":\"O-@@\"}"),
            Map.entry(
                    "paymentOrderPay",
                    "{\"outTradeNo\":\"@@\",\"country\":\"PH\",\"trade\":{\"amount\":\"30.50\",\"currency\":\"PHP\"},"
                        + "\"payeeInfo\":{\"paymentMethodType\":\"WALLET\",\"accountInfo\":{\"accountNo\":\"0812\"}}}"),
            Map.entry("paymentOrderQry", "{\"outTradeNo\":\"@@\"}"),
            Map.entry("paymentOrderBatchQry", "{\"queryBeginTime\":\"@@\"}"),
            Map.entry("paymentFieldValidation", "{\"country\":\"@@\"}"),
            Map.entry("createPaybylink", Draft.link("@@").json().replaceFirst(".*\"data\":(\\{.*\\})\\}$", "$1")),
            Map.entry("queryPaybylink", "{\"merchantLinkId\":\"@@\"}"),
            Map.entry("expirePaybylink", "{\"merchantLinkId\":\"@@\"}"),
            Map.entry("refund", "{\"outTradeNo\":\"@@\"}"),
            Map.entry("orderQuery", "{\"outTradeNo\":\"@@\"}"));

    private LiveGateway gateway;
    private Client client;

    @BeforeAll
    void start() {
        gateway = new LiveGateway(Optional.of(FAR));
        client = new Client(gateway);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    static Stream<Arguments> pairs() {
        return DATA.keySet().stream()
                .sorted()
                .flatMap(one -> DATA.keySet().stream()
                        .filter(other -> !other.equals(one))
                        .sorted()
                        .map(other -> Arguments.of(one, other)));
    }

    private static byte[] body(String api) {
        String data = DATA.get(api).replace("@@", Given.unique("S").replace("-", "_"));
        return ("{\"version\":\"1.4\",\"keyVersion\":\"1\",\"requestTime\":\"" + LiveGateway.NOW + "\",\"appId\":\""
                        + LiveGateway.APP + "\",\"data\":" + data + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Answer ask(String api, byte[] body) {
        return client.post(
                "/aggregate-pay/api/gateway/" + api, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
    }

    @ParameterizedTest(name = "{0} count not for {1}")
    @MethodSource("pairs")
    void count_for_no_other(String one, String other) {
        byte[] body = body(one);
        Answer first = ask(one, body);
        Snapshot before = gateway.snapshot();
        int relayed = gateway.store.relays().all().size();

        Answer elsewhere = ask(other, body);

        assertEquals("PARAMS_INVALID", elsewhere.code(), elsewhere::msg);
        assertTrue(elsewhere.signedByGateway());
        assertEquals(before, gateway.snapshot());
        assertEquals(relayed, gateway.store.relays().all().size());
        assertEquals(first.code(), first.code().equals("ORDER_REPEAT") ? "" : first.code());
    }

    @Test
    void count_for_the_same_again() {
        byte[] body = body("capture");

        assertEquals(ask("capture", body).body(), ask("capture", body).body());
    }

    @Test
    void count_for_one_of_two_that_get_them_at_once() {
        byte[] body = body("queryPaybylink");
        String expiry = "expirePaybylink";

        List<String> messages = AtOnce.all(
                Stream.generate(() -> List.of("queryPaybylink", expiry))
                        .limit(16)
                        .flatMap(List::stream)
                        .toList(),
                api -> ask(api, body).msg());

        long spent = messages.stream()
                .filter(msg -> msg.startsWith("sign: of a request"))
                .count();
        assertEquals(16, spent, messages::toString);
    }

    @Test
    void are_spent_where_they_make_no_sense_too() {
        byte[] body = body("cancel");
        assertEquals("PARAMS_INVALID", ask("createPaybylink", body).code());

        Answer elsewhere = ask("cancel", body);

        assertTrue(elsewhere.msg().startsWith("sign: of a request to another API"), elsewhere::msg);
    }
}
