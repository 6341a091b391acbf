package io.quittance.http.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A reader of notifications about links that was written from the tables of the page alone: which fields there are, of
 * which type, which must be there, and how long they may be. {@code notifyTime} is longer than its table says: the format
 * that the same table names does not fit into 16 characters.
 */
public final class LinkPage {
    private static final Map<String, Integer> ENVELOPE = new LinkedHashMap<>(Map.of(
            "code",
            32,
            "msg",
            256,
            "keyVersion",
            8,
            "appId",
            64,
            "merchantNo",
            15,
            "notifyTime",
            29,
            "notifyType",
            16));
    private static final Map<String, Integer> LINK = new LinkedHashMap<>(Map.of(
            "linkId",
            64,
            "merchantLinkId",
            64,
            "linkUrl",
            256,
            "qrCodeUrl",
            256,
            "linkStatus",
            16,
            "totalAmount",
            24,
            "country",
            2,
            "currency",
            3,
            "expiresAt",
            32));
    private static final Map<String, Integer> CARD = new TreeMap<>(Map.of(
            "cardOrg",
            32,
            "country",
            2,
            "cardType",
            32,
            "type",
            32,
            "source",
            32,
            "cardBinNo",
            16,
            "cardNumber",
            32,
            "cardHolderName",
            128,
            "cardLast4",
            4));

    static {
        CARD.put("cardExpirationYear", 2);
        CARD.put("cardExpirationMonth", 2);
    }

    private LinkPage() {}

    /** What stands in {@code data}, if all of it is as the page says. */
    public static Map<?, ?> read(Map<?, ?> message) {
        ENVELOPE.forEach((name, max) -> text(message, name, max));
        assertEquals("APPLY_SUCCESS", message.get("code"));
        assertEquals("PAYBYLINK", message.get("notifyType"));
        time(message.get("notifyTime"));
        Map<?, ?> data = (Map<?, ?>) message.get("data");
        LINK.forEach((name, max) -> text(data, name, max));
        time(data.get("expiresAt"));
        assertTrue(List.of("ACTIVE", "EXPIRED").contains(data.get("linkStatus")));
        assertTrue(data.get("linkDescription") instanceof String, "one version requires it");
        List<?> transactions = (List<?>) data.get("payByLinkInfo");
        assertTrue(!transactions.isEmpty(), "only successful payments are told, so there is one");
        transactions.forEach(one -> transaction((Map<?, ?>) one));
        assertEquals(allOf(LINK, "linkDescription", "payByLinkInfo"), new ArrayList<>(new TreeMap<>(data).keySet()));
        return data;
    }

    private static List<Object> allOf(Map<String, Integer> names, String... more) {
        TreeMap<Object, Object> all = new TreeMap<>(names);
        for (String name : more) {
            all.put(name, 0);
        }
        return new ArrayList<>(all.keySet());
    }

    private static void transaction(Map<?, ?> transaction) {
        assertEquals("SUCCESS", text(transaction, "status", 32));
        text(transaction, "outTradeNo", 64);
        if (transaction.get("completeAt") != null) {
            time(transaction.get("completeAt"));
        }
        if (transaction.get("paymentDetails") instanceof List<?> details) {
            details.forEach(one -> detail((Map<?, ?>) one));
        }
        assertTrue(
                List.of("outTradeNo", "status", "completeAt", "paymentDetails").containsAll(transaction.keySet()));
    }

    private static void detail(Map<?, ?> detail) {
        optional(detail, "targetOrg", 64);
        optional(detail, "paymentMethodType", 64);
        if (detail.get("cardInfo") instanceof Map<?, ?> card) {
            CARD.forEach((name, max) -> optional(card, name, max));
            for (Object name : card.keySet()) {
                assertTrue(CARD.containsKey(name) || name.equals("totalCardOrg"), () -> "not on the page: " + name);
            }
            card.values()
                    .forEach(value -> assertTrue(
                            String.valueOf(value).replaceAll("[^0-9]", "").length() <= 10, "no card's number"));
        }
        assertTrue(List.of("targetOrg", "paymentMethodType", "cardInfo").containsAll(detail.keySet()));
    }

    private static String text(Map<?, ?> object, String name, int max) {
        assertNotNull(object.get(name), name);
        return optional(object, name, max);
    }

    private static String optional(Map<?, ?> object, String name, int max) {
        if (object.get(name) == null) {
            return "";
        }
        String text = (String) object.get(name);
        assertTrue(text.length() <= max, () -> name + ": " + text);
        return text;
    }

    private static void time(Object text) {
        assertTrue(
                text.toString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)"),
                text.toString());
    }
}
