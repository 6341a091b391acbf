package io.quittance.http.paymentlink;

import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may be told of the card that a link was paid with: the page's fields but {@code cardIdentifierNo}, which is
 * deprecated and never kept (E15), each within its length and so that nobody can make out the number or the holder.
 *
 * @param texts the fields that are texts, by name
 * @param brands {@code totalCardOrg}: two for a co-badged card
 */
record CardInfo(Map<String, String> texts, List<String> brands) {
    private static final int BIN_DIGITS = 8;
    private static final int SHOWN_DIGITS = 10;
    private static final int MAX_BRANDS = 8;
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    /** The page's fields in its order, with their most characters. */
    private static final Map<String, Integer> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("cardOrg", 32);
        FIELDS.put("country", 2);
        FIELDS.put("cardType", 32);
        FIELDS.put("type", 32);
        FIELDS.put("source", 32);
        FIELDS.put("cardBinNo", 16);
        FIELDS.put("cardNumber", 32);
        FIELDS.put("cardHolderName", 128);
        FIELDS.put("cardLast4", 4);
        FIELDS.put("cardExpirationYear", 2);
        FIELDS.put("cardExpirationMonth", 2);
    }

    CardInfo {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        brands = List.copyOf(brands);
    }

    /** One sample writes the key {@code cardNumber} with a trailing blank: E14. So do not look too closely at keys. */
    static CardInfo read(Json.Obj card) {
        Map<String, String> said = new LinkedHashMap<>();
        card.fields().forEach((name, value) -> text(value).ifPresent(text -> said.putIfAbsent(name.strip(), text)));
        Map<String, String> texts = new LinkedHashMap<>();
        FIELDS.forEach((name, max) -> Optional.ofNullable(said.get(name))
                .ifPresent(text -> texts.put(name, cut(masked(name, text.strip()), max))));
        List<String> brands = new ArrayList<>();
        if (card.field("totalCardOrg").orElse(null) instanceof Json.Arr(var items)) {
            items.stream()
                    .limit(MAX_BRANDS)
                    .forEach(item -> text(item).ifPresent(brand -> brands.add(cut(withoutNumbers(brand), 32))));
        }
        return new CardInfo(texts, brands);
    }

    private static String masked(String name, String text) {
        return switch (name) {
            case "cardNumber" -> number(text);
            case "cardBinNo" -> text.length() > BIN_DIGITS ? text.substring(0, BIN_DIGITS) : text;
            case "cardLast4" -> text.length() > 4 ? text.substring(text.length() - 4) : text;
            case "cardHolderName" -> holder(text);
            default -> withoutNumbers(text);
        };
    }

    /** First six and last four digits are the most that may be shown; {@code 625244****9483} shows just these. */
    private static String number(String text) {
        String digits = NO_DIGIT.matcher(text).replaceAll("");
        return digits.length() > SHOWN_DIGITS
                ? digits.substring(0, 6) + "****" + digits.substring(digits.length() - 4)
                : text;
    }

    /** A name that is masked has a star in it; of any other the first letters are left. */
    private static String holder(String text) {
        if (text.isEmpty() || text.contains("*")) {
            return withoutNumbers(text);
        }
        List<String> words = new ArrayList<>();
        for (String word : text.split("\\s+")) {
            words.add(word.substring(0, word.offsetByCodePoints(0, 1)) + "***");
        }
        return String.join(" ", words);
    }

    /** Whatever stands in a field, it is no card's number. */
    private static String withoutNumbers(String text) {
        return NO_DIGIT.matcher(text).replaceAll("").length() > SHOWN_DIGITS ? number(text) : text;
    }

    private static Optional<String> text(Json value) {
        return switch (value) {
            case Json.Str(var text) -> Optional.of(text);
            case Json.Num(var text) -> Optional.of(text);
            case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> Optional.empty();
        };
    }

    static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }

    void write(JsonWriter card) {
        texts.forEach(card::text);
        if (!brands.isEmpty()) {
            card.texts("totalCardOrg", brands);
        }
    }
}
