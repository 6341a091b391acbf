package io.quittance.http.authorization;

import io.quittance.domain.text.CardNumbers;
import io.quittance.http.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a merchant may be told of a card. Upstream should have masked it; whatever it says, no number leaves here with
 * more than its first six and last four digits, no holder's name unmasked, and no security code at all.
 */
final class CardData {
    /** Digits that may be seen: the first and the last of a number. */
    private static final int FIRST = 6;

    private static final int LAST = 4;
    private static final char MASK = '*';
    private static final String MASKS = "*xX#\u2022";

    /**
     * Texts of the page that must be masked; what is neither a number nor a masked one, as a ciphertext, is left out.
     */
    private static final Set<String> NUMBERS = Set.of("cardIdentifierNo", "cardNumber");

    private static final Set<String> NAMES = Set.of("cardIdentifierName", "cardHolderName");

    /** Ids that stand beside a card's data and may be made of digits alone. */
    private static final Set<String> IDS =
            Set.of("paymentTokenID", "dsTransactionId", "cavv", "xid", "eci", "avsResult");

    /** Ids and amounts of the page that have nothing to do with cards. */
    private static final Set<String> ELSEWHERE = Set.of(
            "outTradeNo",
            "tradeToken",
            "totalAmount",
            "reference",
            "channelNo",
            "thirdChannelNo",
            "paymentCode",
            "payAmount",
            "exchangeRate");

    private static final Set<String> NEVER = Set.of("cvv", "cvv2", "cvc", "cvc2", "cardcvv", "cardcvc", "pin");

    private CardData() {}

    /** The same data, with names of fields without blanks at their ends: C22. */
    static Json.Obj masked(Json.Obj data) {
        return object(data, false);
    }

    private static Json.Obj object(Json.Obj object, boolean card) {
        Map<String, Json> fields = new LinkedHashMap<>();
        object.fields().forEach((given, value) -> {
            String name = given.strip();
            boolean ofCard = card || name.toLowerCase(Locale.ROOT).contains("card");
            if (!NEVER.contains(name.toLowerCase(Locale.ROOT))) {
                value(name, value, ofCard).ifPresent(kept -> fields.putIfAbsent(name, kept));
            }
        });
        return new Json.Obj(fields);
    }

    private static Optional<Json> value(String name, Json value, boolean card) {
        return switch (value) {
            case Json.Obj inner -> Optional.of(object(inner, card));
            case Json.Arr(var items) -> {
                List<Json> kept = new ArrayList<>();
                items.forEach(item -> value(name, item, card).ifPresent(kept::add));
                yield Optional.of(new Json.Arr(kept));
            }
            case Json.Str(var text) -> (card ? ofCard(name, text.strip()) : elsewhere(name, text)).map(Json.Str::new);
            case Json.Num(var text) -> {
                Optional<String> kept = card ? ofCard(name, text) : elsewhere(name, text);
                yield kept.map(some -> some.equals(text) ? value : new Json.Str(some));
            }
            case Json.Bool _ -> Optional.of(value);
            case Json.Null _ -> Optional.empty();
        };
    }

    private static Optional<String> ofCard(String name, String text) {
        if (IDS.contains(name)) {
            return Optional.of(text);
        }
        if (NAMES.contains(name)) {
            return Optional.of(name(text));
        }
        if (looksLikeNumber(text)) {
            return Optional.of(number(text));
        }
        return NUMBERS.contains(name) ? Optional.empty() : Optional.of(text);
    }

    /** An unknown field may hold a card's number under any name; its check digit gives it away. */
    private static Optional<String> elsewhere(String name, String text) {
        boolean suspicious = !ELSEWHERE.contains(name) && looksLikeNumber(text) && CardNumbers.isOne(digits(text));
        return Optional.of(suspicious ? number(text) : text);
    }

    private static boolean looksLikeNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c == ' ' || c == '-' || MASKS.indexOf(c) >= 0);
    }

    /**
     * Digits beyond the first six and the last four are masked; a number that shows no more than ten stays as it is.
     */
    private static String number(String text) {
        int count = digits(text).length();
        StringBuilder masked = new StringBuilder(text.length());
        int seen = 0;
        for (char c : text.toCharArray()) {
            boolean digit = c >= '0' && c <= '9';
            if (digit) {
                seen++;
            }
            masked.append(digit && seen > FIRST && seen <= count - LAST ? MASK : c);
        }
        return masked.toString();
    }

    private static String name(String text) {
        if (text.chars().anyMatch(c -> MASKS.indexOf(c) >= 0 && c != 'x' && c != 'X')) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        boolean begins = true;
        for (int point : text.codePoints().toArray()) {
            boolean blank = Character.isWhitespace(point);
            masked.appendCodePoint(begins || blank ? point : MASK);
            begins = blank;
        }
        return masked.toString();
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
