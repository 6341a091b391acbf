package io.quittance.bootstrap.command;

import io.quittance.application.shard.HeldLanes;
import io.quittance.bootstrap.management.Stories;
import io.quittance.domain.text.ProtocolText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads what stands behind options and is no text, and says in plain words what was expected: picocli speaks Java. Text is read by
 * {@link Said}.
 */
final class PlainValues {
    private static final String NUMBER = "a whole number, as 20";

    private PlainValues() {}

    /** To all commands of that line. */
    static void teach(CommandLine line) {
        line.registerConverter(Integer.class, new Whole());
        line.registerConverter(int.class, new Whole());
        line.registerConverter(Path.class, new Place());
        line.registerConverter(boolean.class, new Flag());
        line.registerConverter(Boolean.class, new Flag());
    }

    private static TypeConversionException wrong(String text, String expected) {
        return new TypeConversionException("'" + ProtocolText.excerpt(text) + "' (expected: " + expected + ")");
    }

    private static int within(String text, int most) {
        int number = whole(text, NUMBER);
        if (number < 1 || number > most) {
            throw wrong(text, "1 to " + most);
        }
        return number;
    }

    private static int whole(String text, String expected) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw wrong(text, expected);
        }
    }

    private static final class Whole implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return whole(text, NUMBER);
        }
    }

    /** How many are listed. */
    static final class Limit implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return within(text, Stories.MOST_LISTED);
        }
    }

    /** How many in a second. */
    static final class Rate implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return within(text, HeldLanes.MOST_A_SECOND);
        }
    }

    /** Of what is numbered from 1 on. */
    static final class Ordinal implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Long.valueOf(new Said.Ordinal().convert(text));
        }
    }

    private static final class Flag implements ITypeConverter<Boolean> {
        @Override
        public Boolean convert(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw wrong(text, "the option alone");
            };
        }
    }

    /** No folder is meant where a variable was empty. */
    private static final class Place implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            try {
                if (!text.isBlank()) {
                    return Path.of(text);
                }
            } catch (InvalidPathException _) {
                throw wrong(text, "the name of a file or a folder");
            }
            throw wrong(text, "the name of a file or a folder");
        }
    }
}
