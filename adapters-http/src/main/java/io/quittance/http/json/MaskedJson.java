package io.quittance.http.json;

import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.CardNumbers;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Bodies of the protocol as persons read them: in lines, and masked. What stands in a field is shown only if that field is known
 * to hold no person's name, address, document, card or bank account; everything else, also what is not known, is {@value #MASK}.
 * So a new field of the protocol is masked until somebody has looked at it. What looks like the number of a card is masked in the
 * fields that are shown, too, but for those that say a time or name an order.
 */
public final class MaskedJson {
    /** It says nothing of how long the text was. */
    public static final String MASK = "***";

    private static final int INDENT = 2;

    /** The protocol's fields that say what was asked and what became of it. In lower case. */
    private static final Set<String> SHOWN = Set.of(
            "version",
            "keyversion",
            "requesttime",
            "appid",
            "merchantno",
            "merchantappid",
            "spmerchantno",
            "submerchantno",
            "merchantcategorycode",
            "code",
            "msg",
            "status",
            "substatus",
            "state",
            "linkstatus",
            "errorcode",
            "errormsg",
            "responsecode",
            "responsemsg",
            "resultcode",
            "resultmsg",
            "bizcode",
            "biztype",
            "notifytype",
            "notifytime",
            "linktype",
            "transactionutctime",
            "isfinal",
            "finalcapture",
            "capturemode",
            "authorizationtype",
            "amount",
            "currency",
            "country",
            "totalamount",
            "payamount",
            "paycurrency",
            "refundamount",
            "refundcurrency",
            "destinationcurrency",
            "exchangerate",
            "fee",
            "feecurrency",
            "merfee",
            "tax",
            "taxcurrency",
            "price",
            "quantity",
            "createdtime",
            "createtime",
            "completetime",
            "completeat",
            "succeededtime",
            "failedtime",
            "payfinishtime",
            "bouncebacktime",
            "fundsreturntime",
            "fundsfreezetime",
            "refundfinishtime",
            "confirmpaytime",
            "expirestime",
            "expiresat",
            "expirytime",
            "expirydays",
            "paymentmethod",
            "paymentmethodtype",
            "targetorg",
            "cardorg",
            "cardtype",
            "clearingrail",
            "chargeoption",
            "language",
            "cashiercountry",
            "payeetype",
            "accounttype",
            "bankcode",
            "documenttype",
            "eci",
            "authenticationstatus",
            "threedsversion",
            "ignoredfields",
            "validationcode");

    /** Those that name an order; a merchant may give it a number that looks like a card's. In lower case. */
    private static final Set<String> NAMES = Set.of(
            "requestid",
            "outtradeno",
            "outrefundno",
            "orderid",
            "captureno",
            "cancelno",
            "tradeno",
            "tradeorderno",
            "tradetoken",
            "refundtradeno",
            "merchantlinkid",
            "linkid",
            "channelno",
            "thirdchannelno");

    private MaskedJson() {}

    /** The lines of a body, masked; empty if it is no JSON, of which nothing can be told. */
    public static Optional<String> masked(Bytes body) {
        return lines(body, MaskedJson::told);
    }

    /** The lines of a body as it is; empty if it is no JSON. */
    public static Optional<String> whole(Bytes body) {
        return lines(body, (_, text) -> text);
    }

    private static String told(String name, String text) {
        if (NAMES.contains(name)) {
            return text;
        }
        if (!SHOWN.contains(name)) {
            return MASK;
        }
        return name.endsWith("time") || name.endsWith("at") ? text : CardNumbers.masked(text);
    }

    private static Optional<String> lines(Bytes body, BinaryOperator<String> told) {
        try {
            StringBuilder out = new StringBuilder();
            new Printing(out, told).value(JsonReader.read(body.toArray()), "", 0);
            return Optional.of(out.toString());
        } catch (JsonFault _) {
            return Optional.empty();
        }
    }

    /** @param told what is told of the text in a field of that name */
    private record Printing(StringBuilder out, BinaryOperator<String> told) {
        /** @param field the nearest one around the value */
        void value(Json value, String field, int depth) {
            switch (value) {
                case Json.Obj(var fields) -> object(fields, depth);
                case Json.Arr(var items) -> array(items, field, depth);
                case Json.Str(var text) -> out.append(JsonWriter.text(text.isEmpty() ? text : told(field, text)));
                case Json.Num(var text) -> number(text, told(field, text));
                case Json.Bool(var flag) -> out.append(flag);
                case Json.Null() -> out.append("null");
            }
        }

        private String told(String field, String text) {
            return told.apply(field.toLowerCase(Locale.ROOT), text);
        }

        private void number(String text, String told) {
            out.append(told.equals(text) ? text : JsonWriter.text(told));
        }

        private void object(Map<String, Json> fields, int depth) {
            if (fields.isEmpty()) {
                out.append("{}");
                return;
            }
            out.append('{');
            Iterator<Map.Entry<String, Json>> all = fields.entrySet().iterator();
            while (all.hasNext()) {
                Map.Entry<String, Json> field = all.next();
                line(depth + 1).append(JsonWriter.text(field.getKey())).append(": ");
                value(field.getValue(), field.getKey(), depth + 1);
                out.append(all.hasNext() ? "," : "");
            }
            line(depth).append('}');
        }

        private void array(List<Json> items, String field, int depth) {
            if (items.isEmpty()) {
                out.append("[]");
                return;
            }
            out.append('[');
            Iterator<Json> all = items.iterator();
            while (all.hasNext()) {
                line(depth + 1);
                value(all.next(), field, depth + 1);
                out.append(all.hasNext() ? "," : "");
            }
            line(depth).append(']');
        }

        private StringBuilder line(int depth) {
            return out.append('\n').append(" ".repeat(INDENT * depth));
        }
    }
}
