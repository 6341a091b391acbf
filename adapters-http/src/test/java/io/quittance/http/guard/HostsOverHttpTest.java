package io.quittance.http.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.store.Given;
import io.quittance.domain.merchant.NotifyHosts;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Snapshot;
import io.quittance.http.outbound.Independent;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both are told at merchant.example unless a request says otherwise. */
@DisplayName("A request wants to be told")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostsOverHttpTest {
    private static final Map<String, KeyPair> OWN = Map.of("strict", Independent.keys(), "listed", Independent.keys());
    private static final String REFUSED = "data.notifyUrl: its host is none of those that are registered for this app"
            + " (expected: the host of a registered address, or one of its registered hosts)";

    private LiveGateway gateway;
    private Client client;

    @BeforeAll
    void start() {
        gateway = new LiveGateway();
        gateway.register("strict", OWN.get("strict"), NotifyHosts.REGISTERED);
        gateway.register("listed", OWN.get("listed"), NotifyHosts.of("hooks.example"));
        client = new Client(gateway);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private Answer payout(String app, String notifyUrl) {
        byte[] body = ("{\"version\":\"1.4\",\"keyVersion\":\"1\",\"requestTime\":\"" + LiveGateway.NOW
                        + "\",\"appId\":\"" + app + "\",\"data\":{\"outTradeNo\":\""
                        + Given.unique("P").replace("-", "_")
                        + "\",\"country\":\"PH\",\"trade\":{\"amount\":\"30.50\",\"currency\":\"PHP\"},"
                        + "\"payeeInfo\":{\"paymentMethodType\":\"WALLET\",\"accountInfo\":{\"accountNo\":\"0812\"}},"
                        + "\"notifyUrl\":\"" + notifyUrl + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        return client.post(
                "/aggregate-pay/api/gateway/paymentOrderPay",
                body,
                List.of(Keys.sign(OWN.get(app).getPrivate(), body)));
    }

    private Answer link(String app, String notifyUrl) {
        byte[] body = Draft.link(Given.unique("L").replace("-", "_"))
                .with("appId", Draft.text(app))
                .without("merchantNo")
                .with("data.notifyUrl", Draft.text(notifyUrl))
                .bytes();
        return client.post(
                Client.CREATE_LINK, body, List.of(Keys.sign(OWN.get(app).getPrivate(), body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "listed"})
    void on_another_host_than_its_own_and_is_refused_and_nothing_is_kept(String app) {
        Snapshot before = gateway.snapshot();

        for (Answer answer : List.of(
                payout(app, "https://elsewhere.example/n?token=geheim"),
                link(app, "https://elsewhere.example/n?token=geheim"),
                payout(app, "https://sub.merchant.example/"))) {
            assertEquals("PARAMS_INVALID", answer.code());
            assertEquals(REFUSED, answer.msg());
        }
        assertEquals(before, gateway.snapshot());
    }

    @Test
    void on_its_own_host_at_another_place_or_on_one_that_is_listed() {
        assertEquals(
                "APPLY_SUCCESS",
                payout("strict", "https://Merchant.example:8443/other").code());
        assertEquals(
                "APPLY_SUCCESS",
                link("strict", "https://merchant.example/other").code());
        assertEquals(
                "APPLY_SUCCESS", payout("listed", "https://hooks.example/n").code());
        assertEquals(
                "APPLY_SUCCESS", payout("listed", "https://merchant.example/n").code());
    }

    @Test
    void anywhere_where_any_host_is_allowed_as_of_those_who_were_there_before_there_were_lists() {
        byte[] body = Draft.link(Given.unique("L").replace("-", "_"))
                .with("data.notifyUrl", Draft.text("https://elsewhere.example/n"))
                .bytes();

        assertEquals(
                "APPLY_SUCCESS",
                client.post(Client.CREATE_LINK, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)))
                        .code());
    }
}
