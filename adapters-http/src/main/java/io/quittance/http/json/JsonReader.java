package io.quittance.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON document strictly. What parsers disagree about is refused, because a signature holds for bytes and the
 * merchant's parser must not have meant another request than ours: malformed UTF-8, a byte-order mark, the same key
 * twice, lone surrogates, anything behind the document.
 */
public final class JsonReader {
    /** How deep objects and arrays may be nested. */
    public static final int MAX_DEPTH = 16;

    /** Strings and numbers may be as long as the body, whose size is checked before: their rules come later. */
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build();

    /** Keys are not kept between documents: strangers could fill the memory with theirs. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(CONSTRAINTS)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private JsonReader() {}

    /** @throws JsonFault if the bytes are not exactly one JSON document */
    public static Json read(byte[] body) throws JsonFault {
        CharBuffer text = text(body);
        try (JsonParser parser =
                FACTORY.createParser(text.array(), text.arrayOffset() + text.position(), text.remaining())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonFault("empty");
            }
            Json document = value(parser, first);
            if (parser.nextToken() != null) {
                throw new JsonFault("more than one document");
            }
            return document;
        } catch (StreamConstraintsException _) {
            throw new JsonFault("nested deeper than " + MAX_DEPTH + " levels");
        } catch (IOException _) {
            throw new JsonFault("not JSON");
        }
    }

    /**
     * What stands in a field of an object that {@link #read} has read, to the letter; empty if it is not there.
     *
     * @throws JsonFault if the bytes are not exactly one JSON object
     */
    public static Optional<String> rawField(byte[] body, String name) throws JsonFault {
        CharBuffer text = text(body);
        return span(text, name)
                .map(span -> text.subSequence(span.from(), span.to()).toString());
    }

    /**
     * The same object with another value in that field and everything else to the letter; unchanged if it has no such
     * field.
     *
     * @param raw the value, as JSON writes it
     * @throws JsonFault if the bytes are not exactly one JSON object
     */
    public static String withField(byte[] body, String name, String raw) throws JsonFault {
        CharBuffer text = text(body);
        String all = text.toString();
        return span(text, name)
                .map(span -> all.substring(0, span.from()) + raw + all.substring(span.to()))
                .orElse(all);
    }

    /** Where the value of a field stands, counted from the beginning of the text. */
    private record Span(int from, int to) {}

    private static Optional<Span> span(CharBuffer text, String name) throws JsonFault {
        int start = text.arrayOffset() + text.position();
        try (JsonParser parser = FACTORY.createParser(text.array(), start, text.remaining())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonFault("no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(name);
                parser.nextToken();
                long from = parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (found) {
                    parser.finishToken();
                    return Optional.of(
                            new Span((int) from, (int) parser.currentLocation().getCharOffset()));
                }
            }
            return Optional.empty();
        } catch (IOException _) {
            throw new JsonFault("not JSON");
        }
    }

    private static CharBuffer text(byte[] body) throws JsonFault {
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException _) {
            throw new JsonFault("not UTF-8");
        }
        if (!text.isEmpty() && text.get(text.position()) == '\uFEFF') {
            throw new JsonFault("begins with a byte-order mark");
        }
        return text;
    }

    /** Recursion is safe: the parser refuses what is nested deeper than {@link #MAX_DEPTH}. */
    private static Json value(JsonParser parser, JsonToken token) throws IOException, JsonFault {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Str(wellFormed(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getText());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Null();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new JsonFault("not JSON");
        };
    }

    private static Json object(JsonParser parser) throws IOException, JsonFault {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = wellFormed(parser.currentName());
            if (fields.put(name, value(parser, parser.nextToken())) != null) {
                throw new JsonFault("the same key twice");
            }
        }
        return new Json.Obj(fields);
    }

    private static Json array(JsonParser parser) throws IOException, JsonFault {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new Json.Arr(items);
    }

    /** UTF-8 itself holds no lone surrogates, but an escape can name one. */
    private static String wellFormed(String text) throws JsonFault {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new JsonFault("a lone surrogate");
            }
        }
        return text;
    }
}
