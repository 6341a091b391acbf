package io.quittance.http.paymentlink;

import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the data of an offer says to people. A link that was made from a notification has next to nothing of it, so
 * whatever is not there is empty.
 *
 * @param linkDescription the merchant's own note; not for the payer
 * @param language of the page, as it was asked for
 */
public record LinkTexts(
        String description,
        String linkDescription,
        String language,
        String userId,
        String userName,
        List<Goods> goods,
        String logoUrl,
        String contactEmail) {
    public LinkTexts {
        goods = List.copyOf(goods);
    }

    public static LinkTexts of(Offer offer) {
        return of(object(offer.data()));
    }

    /** @throws IllegalStateException if that is no object: it was checked before it was kept */
    public static Json.Obj object(Bytes kept) {
        try {
            if (JsonReader.read(kept.toArray()) instanceof Json.Obj object) {
                return object;
            }
        } catch (JsonFault e) {
            throw new IllegalStateException("what is kept of a link cannot be read", e);
        }
        throw new IllegalStateException("what is kept of a link is no JSON object");
    }

    private static LinkTexts of(Json.Obj data) {
        Json.Obj user = object(data, "userInfo");
        Json.Obj merchant = object(data, "merchantInfo");
        String username = text(user, "username");
        return new LinkTexts(
                text(data, "description"),
                text(data, "linkDescription"),
                text(data, "language"),
                text(user, "userId"),
                username.isEmpty() ? text(user, "userName") : username,
                goods(data),
                text(merchant, "logoUrl"),
                text(merchant, "contactEmail"));
    }

    private static List<Goods> goods(Json.Obj data) {
        return data.field("goodsDetails").orElse(null) instanceof Json.Arr(var items)
                ? items.stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(Json.Obj.class::cast)
                        .map(one -> new Goods(
                                text(one, "goodsName"),
                                text(one, "goodsDescription"),
                                text(one, "quantity"),
                                text(one, "price"),
                                text(one, "goodsCurrency"),
                                text(one, "showUrl")))
                        .toList()
                : List.of();
    }

    private static Json.Obj object(Json.Obj data, String name) {
        return data.field(name)
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .orElseGet(() -> new Json.Obj(Map.of()));
    }

    private static String text(Json.Obj data, String name) {
        Optional<Json> value = data.field(name);
        return switch (value.orElse(new Json.Null())) {
            case Json.Str(var text) -> text;
            case Json.Num(var text) -> text;
            case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> "";
        };
    }
}
