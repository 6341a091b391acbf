package io.quittance.http.south;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.store.Given;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A signed notification posted to another address")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtAnotherAddressTest {
    private static final String TRADE = "\"trade\":{\"amount\":\"30.50\",\"currency\":\"PHP\"}";

    /** What upstream tells, by the type that it says: the kind of order that it is about, and its data. */
    private enum Told {
        CAPTURE(ObjectRef.Kind.CAPTURE, """
            "captureNo":"UP-@@","requestId":"@@","outTradeNo":"O-@@","amount":"1.00","currency":"USD",\
            "status":"SUCCESS"\
            """),
        CANCEL(ObjectRef.Kind.CANCEL, """
            "cancelNo":"UP-@@","requestId":"@@","outTradeNo":"O-@@","status":"SUCCESS"\
            """),
        PAYMENT(ObjectRef.Kind.PAYMENT, """
            "outTradeNo":"@@","tradeToken":"T-@@","totalAmount":100.50,"currency":"USD","status":"SUCCESS"\
            """),
        PAYOUT(ObjectRef.Kind.PAYOUT, """
            "outTradeNo":"@@","tradeNo":"UP-@@","status":"SUCCESS",\
            """ + TRADE),
        /** About a link that is there; its own draft says it. */
        PAYBYLINK(ObjectRef.Kind.PAYMENT_LINK, "");

        private final ObjectRef.Kind about;
        private final String data;

        Told(ObjectRef.Kind about, String data) {
            this.about = about;
            this.data = data;
        }

        /** @param typed whether it says what it is */
        String body(String id, boolean typed) {
            String type = typed ? "\"notifyType\":\"" + name() + "\"," : "";
            return "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"keyVersion\":\"1\",\"appId\":\""
                    + LiveGateway.UPSTREAM_APP + "\",\"merchantNo\":\"" + LiveGateway.UPSTREAM_NO
                    + "\",\"notifyTime\":\"2026-03-01T11:59:58.000Z\"," + type + "\"data\":{"
                    + data.replace("@@", id) + "}}";
        }
    }

    private static final String LEGACY =
            "{\"orderId\":\"@@\",\"tradeNo\":\"UP-@@\",\"transactionUtcTime\":1772366340000,"
                    + "\"status\":1,\"source\":\"{\\\"amount\\\":\\\"30.50\\\",\\\"currency\\\":\\\"PHP\\\"}\"}";

    private LiveGateway gateway;
    private Client client;

    @BeforeAll
    void start() {
        gateway = new LiveGateway();
        client = new Client(gateway);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    static Stream<Arguments> everywhere() {
        return Stream.of(Told.values())
                .flatMap(told -> addresses()
                        .flatMap(address -> Stream.of(true, false).map(typed -> Arguments.of(told, address, typed))));
    }

    static Stream<String> addresses() {
        return Stream.of(
                "/captureResultNotifyUrl",
                "/cancelResultNotifyUrl",
                "/authResultNotifyUrl",
                "/collectResultNotifyUrl",
                "/disbursementResultNotifyUrl",
                "/delSuffixStart12",
                "/payLinkResultNotifyUrl");
    }

    private Answer tell(String address, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return client.post(address, bytes, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), bytes)));
    }

    /** Of which kinds of order a merchant was told something since. */
    private Set<ObjectRef.Kind> announced(Set<OwedNews> before) {
        return gateway.snapshot().owed().stream()
                .filter(delivery -> !before.contains(delivery))
                .map(delivery -> delivery.about().kind())
                .collect(Collectors.toSet());
    }

    private Set<OwedNews> owed() {
        return Set.copyOf(gateway.snapshot().owed());
    }

    private String linkPaid(String id, boolean typed) {
        Draft draft = Draft.linkNotification(gateway.link(id).orElseThrow());
        return (typed ? draft : draft.without("notifyType")).json();
    }

    private void link(String id) {
        byte[] body = Draft.link(id).bytes();
        client.post(Client.CREATE_LINK, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
    }

    @ParameterizedTest(name = "{0} at {1}, saying so: {2}")
    @MethodSource("everywhere")
    void is_taken_as_what_it_is_or_not_at_all(Told told, String address, boolean typed) {
        String id = Given.unique("A").replace("-", "_");
        link(id);
        Set<OwedNews> before = owed();

        Answer answer = tell(address, told == Told.PAYBYLINK ? linkPaid(id, typed) : told.body(id, typed));

        Set<ObjectRef.Kind> expected = address.equals("/delSuffixStart12") ? Set.of() : Set.of(told.about);
        assertEquals(
                expected,
                announced(before),
                () -> answer.status() + " " + answer.body().asUtf8());
        assertEquals(expected.isEmpty(), answer.status() != 200);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void is_no_payout_anywhere_else_where_it_is_of_the_older_form(String address) {
        Set<OwedNews> before = owed();

        tell(address, LEGACY.replace("@@", Given.unique("A").replace("-", "_")));

        Set<ObjectRef.Kind> changed = announced(before);
        assertTrue(changed.isEmpty() || address.equals("/delSuffixStart12"), changed::toString);
    }
}
