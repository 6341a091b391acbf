package io.quittance.http.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Documents by chance: JSON of all kinds, what parsers differ about among it, and the same damaged. */
final class Documents {
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "7",
            "-12",
            "100.50",
            "0.0001",
            "1e5",
            "1E+2",
            "-2.5e-7",
            "0e0",
            "123456789012345678901234567890",
            "9223372036854775808",
            "-9223372036854775808",
            "4.9e-324",
            "1e400");

    /** The last are no JSON, or not of ours. */
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "ab",
            " ",
            "/",
            "ü",
            "€",
            "😀",
            "\u007f",
            "\u2028",
            "\uffff",
            "\\n",
            "\\\"",
            "\\\\",
            "\\/",
            "\\b\\f\\r\\t",
            "\\u0061",
            "\\u0000",
            "\\u00FC",
            "\\ud83d\\ude00",
            "\\uFEFF",
            "\\ud83d",
            "\\ude00\\ud83d",
            "\\u12",
            "\\x",
            "\\u+123",
            "\t",
            "\u0000");

    private static final int SOUND_PIECES = PIECES.size() - 7;
    private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\t", "\r\n  ");
    private static final byte[] BYTES =
            "{}[]\",:\\/u0019.eE+-tfn aN'#*\t\n\f\u000b\u0000\u00fc\u20ac\ufeff".getBytes(StandardCharsets.UTF_8);

    private static final byte[] MARK = "\ufeff".getBytes(StandardCharsets.UTF_8);

    private final Random random;
    private final int pieces;

    private Documents(Random random, int pieces) {
        this.random = random;
        this.pieces = pieces;
    }

    /** By the standard, with what ours refuses now and then: a key twice, half a pair, too deep. */
    static byte[] sound(Random random) {
        int pieces = random.nextInt(8) == 0 ? SOUND_PIECES + 2 : SOUND_PIECES;
        return new Documents(random, pieces).document(random.nextInt(12) == 0 ? 18 : 4);
    }

    /** With a few bytes taken out, put in, put twice or in the place of others, or behind a mark of the byte order; some are sound still. */
    static byte[] damaged(Random random) {
        byte[] document = new Documents(random, random.nextBoolean() ? SOUND_PIECES : PIECES.size()).document(4);
        for (int times = random.nextInt(3); times >= 0; times--) {
            document = damaged(random, document);
        }
        return random.nextInt(50) == 0 ? joined(MARK, document) : document;
    }

    private static byte[] damaged(Random random, byte[] document) {
        int from = random.nextInt(document.length + 1);
        int to = Math.min(document.length, from + random.nextInt(4));
        byte[] head = Arrays.copyOf(document, from);
        byte[] slice = Arrays.copyOfRange(document, from, to);
        byte[] tail = Arrays.copyOfRange(document, to, document.length);
        byte[] other = {random.nextInt(10) == 0 ? (byte) random.nextInt() : BYTES[random.nextInt(BYTES.length)]};
        return switch (random.nextInt(6)) {
            case 0 -> joined(head, tail);
            case 1 -> joined(head, slice, slice, tail);
            case 2 -> joined(head, other, slice, tail);
            case 3 -> joined(head, other, tail);
            case 4 -> joined(slice, head, tail);
            default -> joined(head, slice);
        };
    }

    private static byte[] joined(byte[]... parts) {
        byte[] whole =
                new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    private byte[] document(int levels) {
        return (space() + value(levels) + space()).getBytes(StandardCharsets.UTF_8);
    }

    private String value(int levels) {
        int kind = random.nextInt(levels > 4 ? 2 : levels > 0 ? 8 : 6);
        return switch (kind) {
            case 0 -> levels > 0 ? array(levels) : "[]";
            case 1 -> levels > 0 ? object(levels) : "{}";
            case 2 -> one(NUMBERS);
            case 3 -> one(List.of("true", "false", "null"));
            case 6 -> array(levels);
            case 7 -> object(levels);
            default -> text();
        };
    }

    private String array(int levels) {
        StringBuilder array = new StringBuilder("[");
        for (int i = items(levels); i > 0; i--) {
            array.append(space()).append(value(levels - 1)).append(space()).append(i > 1 ? "," : "");
        }
        return array.append("]").toString();
    }

    private String object(int levels) {
        StringBuilder object = new StringBuilder("{");
        for (int i = items(levels); i > 0; i--) {
            object.append(space()).append(text()).append(space()).append(":");
            object.append(space()).append(value(levels - 1)).append(space()).append(i > 1 ? "," : "");
        }
        return object.append("}").toString();
    }

    /** What is deep is thin. */
    private int items(int levels) {
        return levels > 4 ? 1 : random.nextInt(4);
    }

    private String text() {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(pieces)));
        }
        return text.append("\"").toString();
    }

    private String space() {
        return one(SPACES);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
