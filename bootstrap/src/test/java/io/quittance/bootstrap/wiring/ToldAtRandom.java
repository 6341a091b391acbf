package io.quittance.bootstrap.wiring;

import io.quittance.application.account.Holder;
import io.quittance.application.authorization.RelayPayment;
import io.quittance.application.capture.SettleOperation;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.paymentlink.PaymentLinks;
import io.quittance.application.paymentlink.SettlePaymentLink;
import io.quittance.application.payout.Payouts;
import io.quittance.application.payout.SettlePayout;
import io.quittance.application.replay.Rereading;
import io.quittance.application.replay.Rereading.NotUnderstood;
import io.quittance.application.store.Given;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.Wanted;
import io.quittance.application.transaction.Transactions;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.authorization.PaymentWire;
import io.quittance.http.capture.OperationPage;
import io.quittance.http.capture.OperationWire;
import io.quittance.http.paymentlink.LinkNotificationWire;
import io.quittance.http.payout.StoredPayoutNews;
import io.quittance.http.south.StoredMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Upstream tells of orders of all kinds, each several times, in any order, contradicting itself, as a seed says. */
final class ToldAtRandom {
    private static final int ORDERS = Integer.getInteger("replay.orders", 12);
    private static final int MOST_WORDS = 5;

    private final Instance instance;
    private final Holder holder;
    private final Random random;

    ToldAtRandom(Instance instance, Holder holder, long seed) {
        this.instance = instance;
        this.holder = holder;
        this.random = new Random(seed);
    }

    /** @return how many messages each kind's journals have, by the kind's word */
    Map<String, Integer> tell() {
        for (int i = 0; i < ORDERS; i++) {
            capture("R" + i);
            cancel("C" + i);
            payout("P" + i, 10 + i);
            payment("A" + i);
            link("L" + i);
        }
        Map<String, Integer> heard = new TreeMap<>();
        for (ObjectRef.Kind kind : List.of(
                ObjectRef.Kind.CAPTURE,
                ObjectRef.Kind.CANCEL,
                ObjectRef.Kind.PAYOUT,
                ObjectRef.Kind.PAYMENT,
                ObjectRef.Kind.PAYMENT_LINK)) {
            int messages = (int)
                    of(kind).stream().flatMap(one -> received(one).stream()).count();
            heard.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), messages);
        }
        return heard;
    }

    /** Of a few payouts more. */
    void payoutsMore() {
        for (int i = 0; i < ORDERS; i++) {
            payout("Q" + i, 10 + i);
        }
    }

    /** Our numbers of the payouts above that amount that came back. */
    Set<String> bouncedAbove(int amount) {
        return of(ObjectRef.Kind.PAYOUT).stream()
                .filter(one -> payout(one).trade().amount().intValue() > amount)
                .filter(one -> payout(one).state() instanceof Payout.State.BouncedBack)
                .map(ObjectRef::id)
                .collect(Collectors.toSet());
    }

    /** Our numbers of the payouts in whose journal a message says that they failed. */
    Set<String> heardOfFailure() {
        return of(ObjectRef.Kind.PAYOUT).stream()
                .filter(one ->
                        received(one).stream().anyMatch(raw -> raw.asUtf8().contains("\"FAILED\"")))
                .map(ObjectRef::id)
                .collect(Collectors.toSet());
    }

    private Payout payout(ObjectRef about) {
        return instance.part(Payouts.class).find(new PayoutId(about.id())).orElseThrow();
    }

    private List<ObjectRef> of(ObjectRef.Kind kind) {
        Wanted all = new Wanted(kind, Optional.empty(), List.of(), Optional.empty(), false);
        return instance.part(Summaries.class).page(all, Optional.empty(), 500).stream()
                .map(one -> one.about())
                .toList();
    }

    private List<Bytes> received(ObjectRef about) {
        return instance.part(Journal.class).story(about).stream()
                .filter(row -> row.entry().kind() == Kind.RECEIVED)
                .flatMap(row -> row.entry().body().stream())
                .toList();
    }

    private String any(String... words) {
        return words[random.nextInt(words.length)];
    }

    /** What comes in one millisecond looks like one thing. */
    private static void pause() {
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() <= now) {
            Thread.onSpinWait();
        }
    }

    private int words() {
        return 1 + random.nextInt(MOST_WORDS);
    }

    /** Sometimes another amount than was asked for. */
    private String amount(int right) {
        return random.nextInt(8) == 0 ? "99" : Integer.toString(right);
    }

    private static Bytes notification(String type, String data) {
        return Bytes.utf8("""
            {"code":"APPLY_SUCCESS","msg":"","notifyTime":"%s","notifyType":"%s","data":%s}\
            """.formatted(Instant.now(), type, data));
    }

    private static <T> T read(Rereading<T> reader, Bytes raw) {
        pause();
        try {
            return reader.read(raw, Instant.now());
        } catch (NotUnderstood e) {
            throw new IllegalStateException(raw.asUtf8(), e);
        }
    }

    private void capture(String request) {
        for (int i = words(); i > 0; i--) {
            operation(OperationPage.CAPTURE, """
                {"requestId":"%s","captureNo":"U-%s","outTradeNo":"O-%s","status":"%s","amount":%s,"currency":"USD"}\
                """.formatted(
                    request, request, request, any("PENDING", "SUCCESS", "FAILED"), i == 1 ? "20" : amount(20)));
        }
    }

    private void cancel(String request) {
        for (int i = words(); i > 0; i--) {
            operation(OperationPage.CANCEL, """
                {"requestId":"%s","outTradeNo":"O-%s","status":"%s"}\
                """.formatted(request, request, any("PENDING", "SUCCESS", "FAILED")));
        }
    }

    private void operation(OperationPage page, String data) {
        Rereading<SettleOperation.Told> reader = StoredMessages.by(
                (message, raw, key, now) -> OperationWire.Notification.read(page, message, raw, key, now));
        instance.part(SettleOperation.class).settle(List.of(holder), read(reader, notification("", data)));
    }

    /** Half of them in the older dialect. */
    private void payout(String order, int trade) {
        for (int i = words(); i > 0; i--) {
            Bytes raw = random.nextBoolean() ? enveloped(order, trade) : legacy(order, trade);
            instance.part(SettlePayout.class).settle(List.of(holder), read(StoredPayoutNews.reader(), raw));
        }
    }

    private Bytes enveloped(String order, int trade) {
        return notification("PAYOUT", """
            {"outTradeNo":"%s","tradeNo":"U-%s","status":"%s","subStatus":"%s",\
            "trade":{"amount":"%s","currency":"USD"}}\
            """.formatted(
                order, order, any("PENDING", "SUCCESS", "FAILED", "BOUNCEBACK"), any("S1", "S2"), amount(trade)));
    }

    private Bytes legacy(String order, int trade) {
        return Bytes.utf8("""
            {"orderId":"%s","tradeNo":"U-%s","status":%s,"source":"{\\"amount\\":\\"%s\\",\\"currency\\":\\"USD\\"}"}\
            """.formatted(order, order, any("1", "2", "3", "4"), amount(trade)));
    }

    private void payment(String order) {
        Rereading<RelayPayment.Told> reader = StoredMessages.by(
                (message, raw, key, now) -> PaymentWire.read(message, raw, key, Optional.empty(), now));
        for (int i = words(); i > 0; i--) {
            Bytes raw = notification(
                    "PAYMENT", """
                        {"outTradeNo":"%s","tradeToken":"U-%s","status":"%s","totalAmount":%s,"currency":"USD"}\
                        """.formatted(order, order, any("SUCCESS", "FAILED", "CLOSED"), amount(30)));
            instance.part(RelayPayment.class).relay(List.of(holder), read(reader, raw));
        }
    }

    private void link(String name) {
        PaymentLinks links = instance.part(PaymentLinks.class);
        PaymentLink link = PaymentLink.asked(
                        new LinkId("link-" + name),
                        holder.merchant().id(),
                        holder.account().id(),
                        new MerchantLinkId(name),
                        Given.offer(),
                        Instant.now(),
                        Duration.ofHours(1),
                        Instant.now().plusSeconds(60))
                .opened(
                        new PaymentLink.Opening.Opened(
                                Optional.of(new UpstreamLinkId("U-" + name)),
                                new LinkUrls("https://pay.example/1", "")),
                        Optional.empty(),
                        Instant.now());
        instance.part(Transactions.class).inOne(() -> links.add(link));
        Rereading<SettlePaymentLink.Told> reader =
                StoredMessages.by((message, raw, key, _) -> LinkNotificationWire.read(message, raw, key));
        for (int i = words(); i > 0; i--) {
            Bytes raw = notification(
                    "PAYBYLINK", """
                        {"merchantLinkId":"%s","linkId":"U-%s","linkStatus":"%s","payByLinkInfo":[%s]}\
                        """.formatted(name, name, any("ACTIVE", "ACTIVE", "EXPIRED"), transactions()));
            instance.part(SettlePaymentLink.class).settle(List.of(holder), read(reader, raw));
        }
    }

    private String transactions() {
        return random.ints(random.nextInt(3), 0, 3)
                .distinct()
                .mapToObj(no ->
                        "{\"outTradeNo\":\"T%d\",\"status\":\"%s\"}".formatted(no, any("PENDING", "SUCCESS", "CLOSE")))
                .collect(Collectors.joining(","));
    }
}
