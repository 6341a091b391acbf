package io.quittance.http.wire;

import io.quittance.domain.money.AmountText;
import io.quittance.domain.text.CardNumbers;
import io.quittance.domain.text.Flaw;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The fields of one object of a message, read one by one. What is not as expected is a {@link Refusal} that names the
 * field with its whole path. {@code null} counts as absent, as some clients send every field.
 */
public final class Fields {
    /** Of the schemes whose numbers are told from amounts. */
    private static final int SHORTEST_CARD = 13;

    /** What is expected of an amount, which is kept in the clear. */
    public static final String NO_CARD = "an amount, no number that a card may have";

    private final Json.Obj object;
    private final String path;

    private Fields(Json.Obj object, String path) {
        this.object = Objects.requireNonNull(object, "object");
        this.path = path;
    }

    /** The fields of a whole message. */
    public static Fields of(Json.Obj message) {
        return new Fields(message, "");
    }

    /** The fields of an object that stands in a message in another way than as an object. @param path where it stands */
    public static Fields of(Json.Obj object, String path) {
        return new Fields(object, path + ".");
    }

    /** What stands in a field; empty if it is absent or null. */
    public Optional<Json> value(String name) {
        return object.field(name).filter(value -> !(value instanceof Json.Null));
    }

    /** The object itself, as it was written. */
    public Json.Obj json() {
        return object;
    }

    /** An object that may be left out. */
    public Optional<Fields> objectIfAny(String name) throws Refusal {
        return value(name).isEmpty() ? Optional.empty() : Optional.of(object(name));
    }

    public Fields object(String name) throws Refusal {
        Json value = value(name).orElse(null);
        if (value instanceof Json.Obj inner) {
            return new Fields(inner, path(name) + ".");
        }
        if (!path.isEmpty() && value instanceof Json.Arr(var items) && items.isEmpty()) {
            // So PHP writes an object without fields; an envelope always has some in its data.
            return new Fields(new Json.Obj(Map.of()), path(name) + ".");
        }
        throw refusal(name, "an object");
    }

    /** The objects of an array, of which there is one at least. */
    public List<Fields> objects(String name) throws Refusal {
        if (!(value(name).orElse(null) instanceof Json.Arr(var items)) || items.isEmpty()) {
            throw refusal(name, "an array with one object or more");
        }
        List<Fields> objects = new ArrayList<>();
        for (Json item : items) {
            if (!(item instanceof Json.Obj inner)) {
                throw refusal(name, "an array of nothing but objects");
            }
            objects.add(new Fields(inner, path(name) + "[" + objects.size() + "]."));
        }
        return objects;
    }

    /** A text for people: 1 to {@code max} characters, not nothing but blanks. */
    public String words(String name, int max) throws Refusal {
        if (!(value(name).orElse(null) instanceof Json.Str(var value))
                || value.isBlank()
                || value.codePointCount(0, value.length()) > max) {
            throw refusal(name, "a string of 1 to " + max + " characters");
        }
        return value;
    }

    /** A text for people that may be left out or empty. */
    public Optional<String> wordsIfAny(String name, int max) throws Refusal {
        return Lenient.said(this, name) ? Optional.of(words(name, max)) : Optional.empty();
    }

    /** A text, whatever stands in it, the empty one too. */
    public String text(String name) throws Refusal {
        if (value(name).orElse(null) instanceof Json.Str(var value)) {
            return value;
        }
        throw refusal(name, "a string");
    }

    /** A text that may be left out. */
    public Optional<String> textIfAny(String name) throws Refusal {
        return value(name).isEmpty() ? Optional.empty() : Optional.of(text(name));
    }

    /** An identifier: 1 to {@code max} characters, printable, no blanks at the ends. */
    public String id(String name, int max) throws Refusal {
        if (!(value(name).orElse(null) instanceof Json.Str(var value))) {
            throw refusal(name, "a string of 1 to " + max + " characters");
        }
        Optional<String> fault = ProtocolText.fault(value, max);
        if (fault.isPresent()) {
            throw refusal(name, fault.get());
        }
        return value;
    }

    /** An identifier that may be left out; if it is there it must be sound. */
    public Optional<String> idIfAny(String name, int max) throws Refusal {
        return value(name).isEmpty() ? Optional.empty() : Optional.of(id(name, max));
    }

    /**
     * The text of an amount, written as a string or as a number, which may have the exponent of a whole amount; not judged.
     * Pages disagree on the type: C3, C4.
     */
    public String amount(String name) throws Refusal {
        String text = numeric(name);
        return value(name).orElse(null) instanceof Json.Num ? AmountText.ofNumber(text) : text;
    }

    /** A text or a number as it was written; not judged. */
    public String numeric(String name) throws Refusal {
        return switch (value(name).orElse(null)) {
            case Json.Str(var text) -> text;
            case Json.Num(var text) -> text;
            case null -> throw refusal(name, "a number, or a string with one");
            case Json.Bool _, Json.Null _, Json.Obj _, Json.Arr _ ->
                throw refusal(name, "a number, or a string with one");
        };
    }

    /** Yes or no, as a boolean or as a string in any case, that may be left out. Schema and samples disagree: C5. */
    public Optional<Boolean> flagIfAny(String name) throws Refusal {
        return switch (value(name).orElse(null)) {
            case null -> Optional.empty();
            case Json.Bool(var flag) -> Optional.of(flag);
            case Json.Str(var text) when text.toLowerCase(Locale.ROOT).equals("true") -> Optional.of(true);
            case Json.Str(var text) when text.toLowerCase(Locale.ROOT).equals("false") -> Optional.of(false);
            case Json.Str _, Json.Num _, Json.Null _, Json.Obj _, Json.Arr _ -> throw refusal(name, "true or false");
        };
    }

    /** {@code PARAMS_INVALID} because of that field, as it stands. */
    public Refusal refusal(String name, String expected) {
        return refusal(WireCode.PARAMS_INVALID, name, expected);
    }

    /** The same without a word of what stands in it. */
    public Refusal refusal(String name, Flaw flaw) {
        return Refusal.described(WireCode.PARAMS_INVALID, path(name), flaw.what(), flaw.expected());
    }

    public Refusal refusal(WireCode code, String name, String expected) {
        return switch (object.field(name).orElse(null)) {
            case null -> Refusal.described(code, path(name), "absent", expected);
            case Json.Null _ -> Refusal.described(code, path(name), "null", expected);
            case Json.Obj _ -> Refusal.described(code, path(name), "an object", expected);
            case Json.Arr _ -> Refusal.described(code, path(name), "an array", expected);
            case Json.Bool(var flag) -> Refusal.described(code, path(name), Boolean.toString(flag), expected);
            case Json.Num(var text) ->
                Refusal.described(code, path(name), "the number " + ProtocolText.excerpt(text), expected);
            case Json.Str(var text) -> Refusal.of(code, path(name), text, expected);
        };
    }

    private String path(String name) {
        return path + name;
    }

    /**
     * Whether the whole part of an amount, or all its digits, may be the number of a card that stands in the wrong field. So large
     * ones are rare enough that one in ten of them can be refused.
     */
    public static boolean mayBeCard(BigDecimal amount) {
        return mayBeCard(amount.toBigInteger().toString())
                || mayBeCard(amount.unscaledValue().toString());
    }

    private static boolean mayBeCard(String digits) {
        return digits.length() >= SHORTEST_CARD && digits.matches("[2-6].*") && CardNumbers.isOne(digits);
    }
}
