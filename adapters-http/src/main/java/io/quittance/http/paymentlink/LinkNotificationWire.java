package io.quittance.http.paymentlink;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.application.paymentlink.SettlePaymentLink;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Oddities;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.UpstreamEnvelope;
import io.quittance.http.wire.WireCode;
import io.quittance.http.wire.WireTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** PayerMax's page "Updates &amp; Callbacks" of PayByLink: read as it is really sent, written as it is prescribed. */
public final class LinkNotificationWire {
    /** What the envelope of its notifications says. */
    public static final String NOTIFY_TYPE = "PAYBYLINK";

    private LinkNotificationWire() {}

    /**
     * Only {@code merchantLinkId}, and of each transaction number and status, must be there.
     *
     * @param raw the whole message as it came
     * @param keyId of the key that verified it
     * @throws Refusal if it says nothing that we understand
     */
    public static SettlePaymentLink.Told read(Json.Obj message, Bytes raw, String keyId) throws Refusal {
        Fields envelope = UpstreamEnvelope.notification(message, NOTIFY_TYPE);
        Fields data = envelope.object("data");
        Oddities odd = new Oddities();
        odd.side(() -> Lenient.time(envelope, "notifyTime"));
        LinkReading link = LinkReading.of(data, odd);
        List<LinkTransaction> transactions = transactions(data, odd);
        Optional<Offer> offer = offer(data, link, odd);
        Message kept = new Message(raw, keyId, fingerprint(link, transactions), odd.notes());
        return new SettlePaymentLink.Told(
                link.request(),
                link.number(),
                link.urls(),
                link.terms(),
                offer,
                link.expiresAt(),
                link.expired(),
                transactions,
                kept);
    }

    /** An item without a number is a link that nobody has begun to pay, unless it says that somebody has. */
    private static List<LinkTransaction> transactions(Fields data, Oddities odd) throws Refusal {
        List<LinkTransaction> transactions = new ArrayList<>();
        if (data.value("payByLinkInfo").orElse(new Json.Null()) instanceof Json.Arr(var items) && items.isEmpty()
                || !Lenient.said(data, "payByLinkInfo")) {
            return transactions;
        }
        for (Fields item : data.objects("payByLinkInfo")) {
            Optional<String> no = Lenient.id(item, "outTradeNo", TransactionNo.MAX_CHARACTERS);
            Status status = status(item);
            if (no.isEmpty() && status == Status.SUCCESS) {
                throw item.refusal("outTradeNo", "the number of what succeeded");
            }
            if (no.isPresent()) {
                transactions.add(new LinkTransaction(
                        new TransactionNo(no.get()),
                        status,
                        status == Status.SUCCESS ? odd.side(() -> Lenient.time(item, "completeAt")) : Optional.empty(),
                        status == Status.SUCCESS
                                ? PaymentDetails.read(item.json()).kept()
                                : Optional.empty()));
            }
        }
        return transactions;
    }

    /** CLOSE here, CLOSED elsewhere: E5. */
    private static Status status(Fields item) throws Refusal {
        return switch (item.text("status").strip().toUpperCase(Locale.ROOT)) {
            case "SUCCESS" -> Status.SUCCESS;
            case "PENDING" -> Status.PENDING;
            case "CLOSE", "CLOSED" -> Status.CLOSE;
            default -> throw item.refusal("status", "SUCCESS, PENDING or CLOSE");
        };
    }

    /** The facts without their times, so that news told twice is the same news. */
    private static Fingerprint fingerprint(LinkReading link, List<LinkTransaction> transactions) {
        List<String> facts = new ArrayList<>(List.of(
                "link notification",
                link.request().value(),
                link.number().map(UpstreamLinkId::value).orElse(""),
                Boolean.toString(link.expired()),
                link.terms().amount().map(LinkNotificationWire::plain).orElse(""),
                link.terms().currency().map(currency -> currency.code()).orElse("")));
        transactions.forEach(one -> {
            facts.add(one.no().value());
            facts.add(one.status().name());
        });
        return Fingerprint.of(facts);
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** What makes a link of a notification about one that we never saw, in the words of a request. */
    private static Optional<Offer> offer(Fields data, LinkReading link, Oddities odd) {
        Optional<Country> country = odd.side(() -> country(data));
        String note = odd.side(() -> Lenient.words(data, "linkDescription")).orElse("");
        if (country.isEmpty()
                || link.terms().amount().isEmpty()
                || link.terms().currency().isEmpty()) {
            return Optional.empty();
        }
        Money amount =
                new Money(link.terms().amount().get(), link.terms().currency().get());
        Bytes kept = JsonWriter.object(
                request -> request.text("merchantLinkId", link.request().value())
                        .text("totalAmount", amount.text())
                        .text("country", country.get().code())
                        .text("currency", amount.currency().code())
                        .text("linkDescription", note));
        String digest =
                Fingerprint.of(List.of("told by upstream", kept.asUtf8())).value();
        return Optional.of(new Offer(amount, country.get(), Optional.empty(), digest, kept));
    }

    private static Optional<Country> country(Fields data) throws Refusal {
        if (!Lenient.said(data, "country")) {
            return Optional.empty();
        }
        Optional<Country> country = Country.of(data.text("country"));
        if (country.isEmpty()) {
            throw data.refusal(WireCode.COUNTRY_INVALID, "country", "two upper-case letters, as ID");
        }
        return country;
    }

    /**
     * What is told of a payment.
     *
     * @param linkDescription always sent, empty if there is none: E6
     */
    public record Payment(
            LinkFacts link, Money amount, Country country, String linkDescription, LinkTransaction transaction) {
        /** As we tell a merchant. */
        static Payment of(PaymentLink link, LinkTransaction by, Instant at) {
            return new Payment(
                    LinkFacts.of(link, at),
                    link.offer().amount(),
                    link.offer().country(),
                    LinkTexts.of(link.offer()).linkDescription(),
                    link.shown(by));
        }
    }

    /**
     * Everything that either version of the page requires; times as the text says, whatever fits into the 16 characters
     * that one table allows: B3, B7.
     *
     * @param app as whom the receiver is known to the sender
     */
    public static Bytes write(AppId app, MerchantNo no, Instant at, Payment payment) {
        return JsonWriter.object(o -> o.text("code", WireCode.APPLY_SUCCESS.name())
                .text("msg", "Success.")
                .text("keyVersion", "1")
                .text("appId", app.value())
                .text("merchantNo", no.value())
                .text("notifyTime", WireTime.millis(at))
                .text("notifyType", NOTIFY_TYPE)
                .object("data", data -> write(data, payment)));
    }

    private static void write(JsonWriter data, Payment payment) {
        LinkFacts link = payment.link();
        data.text("linkId", link.id().value())
                .text("merchantLinkId", link.request().value())
                .text("totalAmount", payment.amount().text())
                .text("country", payment.country().code())
                .text("currency", payment.amount().currency().code())
                .text("linkStatus", link.status())
                .text("expiresAt", WireTime.millis(link.expiresAt()))
                .text("linkUrl", link.urls().page())
                .text("qrCodeUrl", link.urls().qrCode())
                .text("linkDescription", payment.linkDescription())
                .array("payByLinkInfo", List.of(payment.transaction()), LinkNotificationWire::write);
    }

    private static void write(JsonWriter item, LinkTransaction transaction) {
        item.text("outTradeNo", transaction.no().value())
                .text("status", transaction.status().name());
        transaction.completedAt().ifPresent(at -> item.text("completeAt", WireTime.millis(at)));
        PaymentDetails.of(transaction).write(item);
    }
}
