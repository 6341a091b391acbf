package io.quittance.http.paymentlink;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.application.paymentlink.CreatePaymentLink;
import io.quittance.domain.money.AmountText;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.text.Bytes;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** PayerMax's page "createPaybylink": the request read and passed on, its answer written. */
public final class CreateLinkWire {
    /** The name of the call. */
    public static final String API = "createPaybylink";

    static final Duration LEAST_VALIDITY = Duration.ofHours(1);
    static final Duration MOST_VALIDITY = Duration.ofDays(30);
    static final Duration DEFAULT_VALIDITY = Duration.ofDays(1);

    private static final int MAX_AMOUNT = 24;
    private static final int MAX_URL = 256;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");
    private static final Pattern QUANTITY = Pattern.compile("0*[1-9][0-9]*");

    static final KnownFields FIELDS = KnownFields.of(
            "merchantLinkId",
            "linkType",
            "expiresTime",
            "country",
            "currency",
            "totalAmount",
            "language",
            "description",
            "linkDescription",
            "userInfo.userId",
            "userInfo.username",
            "userInfo.userName",
            "goodsDetails.goodsId",
            "goodsDetails.goodsName",
            "goodsDetails.goodsDescription",
            "goodsDetails.quantity",
            "goodsDetails.price",
            "goodsDetails.goodsCurrency",
            "goodsDetails.showUrl",
            "merchantInfo.logoUrl",
            "merchantInfo.contactEmail",
            "notifyUrl");

    private CreateLinkWire() {}

    /**
     * The fields of {@code data} in the order of checks: all fields, then country, currency, amount, then the same of the
     * goods. {@code userInfo} is required as in the schema (E9), {@code merchantInfo} is not (E7), nor is {@code
     * notifyUrl} (E8).
     *
     * @param raw the whole message as it came, for the journal
     * @param keyId of the key that verified it
     */
    public static CreatePaymentLink.Command read(Fields data, Bytes raw, String keyId, NotifyUrls places)
            throws Refusal {
        var request = new MerchantLinkId(data.id("merchantLinkId", MerchantLinkId.MAX_CHARACTERS));
        if (!data.text("linkType").equals("ONETIME")) {
            throw data.refusal("linkType", "ONETIME");
        }
        Duration validity = validity(data);
        String country = data.text("country");
        String currency = data.text("currency");
        String amount = data.amount("totalAmount");
        checkTexts(data);
        checkPeople(data);
        Optional<URI> notifyUrl = places.ifAny(data, "notifyUrl", MAX_URL);
        Money money = money(data, country, currency, amount);
        for (Fields goods : data.objects("goodsDetails")) {
            checkPrice(goods);
        }
        Fingerprint same = Content.of(API, data.json(), money.amount(), validity.toSeconds());
        Offer offer = new Offer(money, new Country(country), notifyUrl, same.value(), rendered(data.json()));
        return new CreatePaymentLink.Command(request, offer, validity, new Message(raw, keyId, same, FIELDS.odd(data)));
    }

    private static Duration validity(Fields data) throws Refusal {
        if (data.value("expiresTime").isEmpty()) {
            return DEFAULT_VALIDITY;
        }
        String text = data.numeric("expiresTime");
        if (SECONDS.matcher(text).matches()) {
            Duration validity = Duration.ofSeconds(Long.parseLong(text));
            if (validity.compareTo(LEAST_VALIDITY) >= 0 && validity.compareTo(MOST_VALIDITY) <= 0) {
                return validity;
            }
        }
        throw data.refusal("expiresTime", LEAST_VALIDITY.toSeconds() + " to " + MOST_VALIDITY.toSeconds() + " seconds");
    }

    private static void checkTexts(Fields data) throws Refusal {
        data.wordsIfAny("language", 8);
        data.words("description", 256);
        data.wordsIfAny("linkDescription", 256);
        for (Fields goods : data.objects("goodsDetails")) {
            goods.words("goodsName", 128);
            goods.words("goodsDescription", 256);
            String quantity = goods.numeric("quantity");
            if (quantity.length() > 16 || !QUANTITY.matcher(quantity).matches()) {
                throw goods.refusal("quantity", "1 to 16 digits, above zero");
            }
            goods.amount("price");
            goods.text("goodsCurrency");
            goods.words("showUrl", MAX_URL);
        }
    }

    private static void checkPeople(Fields data) throws Refusal {
        Fields user = data.object("userInfo");
        user.id("userId", 64);
        user.wordsIfAny("username", 64);
        user.wordsIfAny("userName", 64);
        if (data.value("merchantInfo").isPresent()) {
            Fields merchant = data.object("merchantInfo");
            merchant.wordsIfAny("logoUrl", MAX_URL);
            merchant.words("contactEmail", 128);
        }
    }

    private static Money money(Fields data, String country, String currencyText, String text) throws Refusal {
        if (Country.of(country).isEmpty()) {
            throw data.refusal(WireCode.COUNTRY_INVALID, "country", "two upper-case letters, as ID");
        }
        Currency currency = currency(data, "currency", currencyText);
        BigDecimal amount = amount(data, "totalAmount", text);
        if (amount.signum() == 0) {
            throw data.refusal(WireCode.AMOUNT_INVALID, "totalAmount", "more than zero");
        }
        if (!Money.fits(amount) || !new Money(amount, currency).payable()) {
            throw data.refusal(
                    WireCode.AMOUNT_INVALID,
                    "totalAmount",
                    "at most " + currency.decimals() + " decimals for " + currency);
        }
        return new Money(amount, currency);
    }

    /** Goods may be free. Whether the prices add up to the amount is nowhere asked for, so it is not checked. */
    private static void checkPrice(Fields goods) throws Refusal {
        currency(goods, "goodsCurrency", goods.text("goodsCurrency"));
        amount(goods, "price", goods.amount("price"));
    }

    private static Currency currency(Fields fields, String name, String text) throws Refusal {
        return Currency.of(text)
                .orElseThrow(
                        () -> fields.refusal(WireCode.CURRENCY_INVALID, name, "a currency code of ISO 4217, as USD"));
    }

    private static BigDecimal amount(Fields fields, String name, String text) throws Refusal {
        if (text.length() > MAX_AMOUNT) {
            throw fields.refusal(WireCode.AMOUNT_INVALID, name, "at most " + MAX_AMOUNT + " characters");
        }
        BigDecimal amount = AmountText.of(text)
                .map(AmountText::value)
                .orElseThrow(() -> fields.refusal(WireCode.AMOUNT_INVALID, name, AmountText.EXPECTED));
        if (Fields.mayBeCard(amount)) {
            throw fields.refusal(WireCode.AMOUNT_INVALID, name, Fields.NO_CARD);
        }
        return amount;
    }

    private static Bytes rendered(Json.Obj data) {
        return JsonWriter.object(data);
    }

    /** The same request's {@code data}, to upstream: as it came, but that upstream tells us and not the merchant. */
    public static void write(JsonWriter data, PaymentLink link, URI ourNotifyUrl) {
        LinkTexts.object(link.offer().data()).fields().forEach((name, value) -> {
            if (!name.equals("notifyUrl")) {
                data.value(name, value);
            }
        });
        data.text("notifyUrl", ourNotifyUrl.toString());
    }

    /** What we answer a merchant whose link is there. */
    public static Bytes accepted(PaymentLink link, Instant now) {
        return Envelope.accepted(data -> LinkFacts.of(link, now).write(data));
    }

    /** What we answer when the id was used for other content: where that other link stands, if it is there. */
    public static Bytes repeated(PaymentLink earlier, Instant now) {
        Refusal why = Refusal.of(
                WireCode.ORDER_REPEAT,
                "data.merchantLinkId",
                earlier.request().value(),
                "the content that it was first used with");
        return earlier.urls().isPresent()
                ? Envelope.refused(
                        WireCode.ORDER_REPEAT,
                        why.getMessage(),
                        data -> LinkFacts.of(earlier, now).write(data))
                : Envelope.refused(WireCode.ORDER_REPEAT, why.getMessage());
    }
}
