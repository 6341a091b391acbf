package io.quittance.http.paymentlink;

import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a link was paid, {@code paymentDetails}: nothing more than the page allows, so that it may be kept and told. */
public record PaymentDetails(List<PaymentDetail> items) {
    private static final String NAME = "paymentDetails";
    private static final int MAX_ITEMS = 16;
    private static final int MAX_TEXT = 64;

    public PaymentDetails {
        items = List.copyOf(items);
    }

    /** @param card where it was paid with one */
    record PaymentDetail(Optional<String> targetOrg, Optional<String> paymentMethodType, Optional<CardInfo> card) {
        void write(JsonWriter item) {
            targetOrg.ifPresent(text -> item.text("targetOrg", text));
            paymentMethodType.ifPresent(text -> item.text("paymentMethodType", text));
            card.ifPresent(known -> item.object("cardInfo", known::write));
        }
    }

    /** From one item of {@code payByLinkInfo}; an object where an array should be counts as its only item. */
    static PaymentDetails read(Json.Obj transaction) {
        List<Json> said = switch (transaction.field(NAME).orElse(new Json.Null())) {
            case Json.Arr(var items) -> items;
            case Json.Obj one -> List.of(one);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> List.of();
        };
        List<PaymentDetail> items = new ArrayList<>();
        for (Json one : said) {
            if (one instanceof Json.Obj detail && items.size() < MAX_ITEMS) {
                items.add(new PaymentDetail(
                        text(detail, "targetOrg"),
                        text(detail, "paymentMethodType"),
                        detail.field("cardInfo").orElse(null) instanceof Json.Obj card
                                ? Optional.of(CardInfo.read(card))
                                : Optional.empty()));
            }
        }
        return new PaymentDetails(items);
    }

    private static Optional<String> text(Json.Obj detail, String name) {
        return detail.field(name).orElse(null) instanceof Json.Str(var text)
                ? Optional.of(CardInfo.cut(text, MAX_TEXT))
                : Optional.empty();
    }

    /** Those of a transaction as they were kept. */
    static PaymentDetails of(LinkTransaction transaction) {
        return transaction
                .details()
                .map(kept -> read(LinkTexts.object(kept)))
                .orElseGet(() -> new PaymentDetails(List.of()));
    }

    /** As a transaction keeps them; empty if there is nothing to keep. */
    Optional<Bytes> kept() {
        return items.isEmpty() ? Optional.empty() : Optional.of(JsonWriter.object(this::write));
    }

    void write(JsonWriter transaction) {
        if (!items.isEmpty()) {
            transaction.array(NAME, items, (item, one) -> one.write(item));
        }
    }
}
