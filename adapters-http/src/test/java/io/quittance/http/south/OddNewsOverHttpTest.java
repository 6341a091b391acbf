package io.quittance.http.south;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.discrepancy.KeptNews;
import io.quittance.application.journal.Adoption;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.KeepMisunderstood;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.store.Given;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.OddNews;
import io.quittance.http.signing.Rsa;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page's own example, with one side field after another replaced by whatever makes no sense there. */
@DisplayName("News of money with an odd side field")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddNewsOverHttpTest {
    /** For whom it is, and what it is: without these nobody knows whose news it would be. */
    private static final Set<String> ENVELOPE = Set.of("appId", "merchantNo", "notifyType", "data");

    private final LiveGateway gateway = new LiveGateway();
    private final Client client = new Client(gateway);
    private final AtomicInteger count = new AtomicInteger();

    @AfterAll
    void stop() {
        gateway.close();
    }

    private static Stream<Arguments> sideFields() {
        return Stream.of(NewsPage.values())
                .flatMap(page -> OddNews.paths(page.message()).stream()
                        .filter(path -> !ENVELOPE.contains(path) && !page.deciding.contains(path))
                        .map(path -> Arguments.of(page, path)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sideFields")
    void is_taken_in_told_on_and_noted(NewsPage page, String path) {
        for (Json value : OddNews.VALUES) {
            if (page.names(path) && names(value)) {
                continue;
            }
            String id = "odd" + count.incrementAndGet();
            String what = path + " = " + value;
            asked(page, id);

            Answer answer = told(page, OddNews.with(news(page, id), path, value));

            assertEquals(200, answer.status(), what + answer.body().asUtf8());
            assertTrue(ended(page, id), what);
            ObjectRef about = about(page, id);
            List<OwedNews> owed = gateway.owed(about);
            assertEquals(1, owed.size(), what);
            OddNews.read(owed.getFirst().body().asUtf8());
            if (value.equals(OddNews.NONSENSE) && page.reads(path)) {
                assertTrue(note(about).contains("; made no sense and decided nothing: "), what + note(about));
                assertTrue(note(about).contains(path + " (expected: "), what + ": " + note(about));
            }
        }
        assertEquals(List.of(), gateway.discrepancies());
    }

    /** A sound id that is another is no oddity: that is another link, or another order. */
    private static boolean names(Json value) {
        return value instanceof Json.Num
                || value instanceof Json.Str(var text)
                        && ProtocolText.fault(text, 64).isEmpty();
    }

    private static Stream<Arguments> decidingFields() {
        return Stream.of(NewsPage.values())
                .flatMap(page -> page.deciding.stream().sorted().map(path -> Arguments.of(page, path)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("decidingFields")
    void is_not_acknowledged_where_it_is_no_side_field_that_makes_no_sense(NewsPage page, String path) {
        try (LiveGateway other = new LiveGateway()) {
            byte[] news = JsonWriter.object(OddNews.with(news(page, "strict"), path, OddNews.NONSENSE))
                    .toArray();

            Answer answer =
                    new Client(other).post(page.address, news, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), news)));

            assertEquals(page == NewsPage.LEGACY_PAYOUT ? 400 : 422, answer.status());
            assertEquals(1, other.discrepancies().size());
        }
    }

    /** Each callback hands on who adopts, and each kind of order is moved by that. */
    @ParameterizedTest
    @EnumSource
    void that_was_kept_is_taken_in_once_a_person_adopts_it(NewsPage page) {
        String id = "adopted" + count.incrementAndGet();
        asked(page, id);
        Message message = new Message(
                        JsonWriter.object(news(page, id)), Rsa.keyId(Keys.UPSTREAM.getPublic()), Given.fingerprint())
                .to(new Message.Came(page.address.split("/")[1], Optional.empty()));
        new KeepMisunderstood(gateway.store.discrepancies(), gateway.store.transactions(), gateway.clock)
                .keep(Optional.of(gateway.holder()), message, "by an earlier version");
        long number = gateway.discrepancies().getFirst().number();

        assertThrows(
                Adoption.Rehearsed.class,
                () -> gateway.keptNews().take(gateway.holder(), adopted(message, number, true)));
        assertTrue(gateway.keptNews().verifiedFor(gateway.holder().account(), message));
        assertEquals(1, gateway.discrepancies().size());

        assertEquals(
                new KeptNews.Taken.Told(Settled.RECORDED),
                gateway.keptNews().take(gateway.holder(), adopted(message, number, false)));

        assertTrue(ended(page, id));
        assertEquals(1, gateway.owed(about(page, id)).size());
        assertEquals(List.of(), gateway.discrepancies());
        assertEquals(
                List.of("Ada"),
                gateway.story(about(page, id)).stream()
                        .flatMap(row -> row.entry().who().stream())
                        .toList());
        assertEquals(
                200,
                client.post(
                                page.address,
                                message.raw().toArray(),
                                List.of(Keys.sign(
                                        Keys.UPSTREAM.getPrivate(),
                                        message.raw().toArray())))
                        .status());
        assertEquals(1, gateway.owed(about(page, id)).size());
    }

    private static Message adopted(Message message, long number, boolean rehearsed) {
        return message.adopted(Optional.of(
                new Adoption(number, Optional.empty(), LiveGateway.NOW, "Ada", "in the portal it is so", rehearsed)));
    }

    private Json.Obj news(NewsPage page, String id) {
        String data = page == NewsPage.LEGACY_PAYOUT ? "" : "data.";
        Json.Obj news = OddNews.with(page.message(), data + page.id, new Json.Str(id));
        news = OddNews.with(news, "appId", new Json.Str(LiveGateway.UPSTREAM_APP));
        news = OddNews.with(news, "merchantNo", new Json.Str(LiveGateway.UPSTREAM_NO));
        return switch (page) {
            case PAYOUT, LEGACY_PAYOUT -> OddNews.with(news, data + "tradeNo", new Json.Str("UP-" + id));
            case PAYMENT -> OddNews.with(news, "data.tradeToken", new Json.Str("UP-" + id));
            case CAPTURE -> OddNews.with(news, "data.captureNo", new Json.Str("UP-" + id));
            case CANCEL -> OddNews.with(news, "data.cancelNo", new Json.Str("UP-" + id));
            case LINK ->
                gateway.link(id)
                        .map(Draft::linkNotification)
                        .map(OddNewsOverHttpTest::linkId)
                        .map(known -> OddNews.with(page.message(), "data.linkId", known))
                        .map(known -> OddNews.with(known, "data.merchantLinkId", new Json.Str(id)))
                        .map(known -> OddNews.with(known, "appId", new Json.Str(LiveGateway.UPSTREAM_APP)))
                        .map(known -> OddNews.with(known, "merchantNo", new Json.Str(LiveGateway.UPSTREAM_NO)))
                        .orElse(news);
        };
    }

    private static Json linkId(Draft draft) {
        Json.Obj data = (Json.Obj) OddNews.read(draft.json()).field("data").orElseThrow();
        return data.field("linkId").orElseThrow();
    }

    /** What the merchant asked for before; a payment it asked for elsewhere. */
    private void asked(NewsPage page, String id) {
        switch (page) {
            case PAYOUT -> asked("paymentOrderPay", payout(id, "30", "IDR"));
            case LEGACY_PAYOUT -> asked("paymentOrderPay", payout(id, "1.00", "USD"));
            case LINK -> {
                byte[] body =
                        Draft.link(id).with("data.totalAmount", "\"10000\"").bytes();
                client.post(Client.CREATE_LINK, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
            }
            case PAYMENT -> {}
            case CAPTURE -> asked("capture", operation(id, ",\"amount\":10,\"currency\":\"USD\""));
            case CANCEL -> asked("cancel", operation(id, ""));
        }
    }

    private static String operation(String id, String more) {
        return "{\"requestId\":\"" + id + "\",\"outTradeNo\":\"xxxxxxxx\"" + more + "}";
    }

    private static String payout(String id, String amount, String currency) {
        return "{\"outTradeNo\":\"" + id + "\",\"country\":\"ID\",\"trade\":{\"amount\":\"" + amount
                + "\",\"currency\":\"" + currency + "\"},\"payeeInfo\":{\"paymentMethodType\":\"WALLET\","
                + "\"accountInfo\":{\"accountNo\":\"0812\"}}}";
    }

    private void asked(String api, String data) {
        byte[] body = ("{\"version\":\"1.4\",\"keyVersion\":\"1\",\"requestTime\":\"" + LiveGateway.NOW
                        + "\",\"appId\":\"" + LiveGateway.APP + "\",\"data\":" + data + "}")
                .getBytes(StandardCharsets.UTF_8);
        Answer answer = client.post(
                "/aggregate-pay/api/gateway/" + api, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
        assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
    }

    private Answer told(NewsPage page, Json.Obj news) {
        byte[] body = JsonWriter.object(news).toArray();
        return client.post(page.address, body, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), body)));
    }

    private boolean ended(NewsPage page, String id) {
        return switch (page) {
            case PAYOUT, LEGACY_PAYOUT -> gateway.payout(id).orElseThrow().state() instanceof Payout.State.Succeeded;
            case LINK -> gateway.link(id).map(PaymentLink::isPaid).orElse(false);
            case PAYMENT -> payment(id).state() instanceof Payment.State.Succeeded;
            case CAPTURE, CANCEL -> operation(page, id).state() instanceof Operation.State.Succeeded;
        };
    }

    private Payment payment(String id) {
        return gateway.store
                .payments()
                .find(gateway.merchant.id(), new OutTradeNo(id))
                .orElseThrow();
    }

    private Operation operation(NewsPage page, String id) {
        Operation.Key key = page == NewsPage.CAPTURE ? GivenOperations.captureKey(id) : GivenOperations.cancelKey(id);
        return gateway.store.operations().find(gateway.merchant.id(), key).orElseThrow();
    }

    private ObjectRef about(NewsPage page, String id) {
        return switch (page) {
            case PAYOUT, LEGACY_PAYOUT ->
                ObjectRef.of(gateway.payout(id).orElseThrow().id());
            case LINK -> ObjectRef.of(gateway.link(id).orElseThrow().id());
            case PAYMENT -> ObjectRef.of(payment(id).id());
            case CAPTURE, CANCEL -> ObjectRef.of(operation(page, id).id());
        };
    }

    private String note(ObjectRef about) {
        return gateway.story(about).stream()
                .map(row -> row.entry())
                .filter(entry -> entry.kind() == Kind.RECEIVED)
                .map(JournalEntry::note)
                .reduce("", String::concat);
    }
}
