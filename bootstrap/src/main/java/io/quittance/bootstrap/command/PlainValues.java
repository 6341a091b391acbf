package io.quittance.bootstrap.command;

import io.quittance.domain.text.ProtocolText;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the numbers that stand behind options, and says in plain words what was expected: picocli speaks Java. What else is no
 * text, as an age or a month, is read where it is meant, and said there.
 */
final class PlainValues {
    private PlainValues() {}

    /** To all commands of that line. */
    static void teach(CommandLine line) {
        line.registerConverter(int.class, wholeNumber(Integer::valueOf));
        line.registerConverter(Integer.class, wholeNumber(Integer::valueOf));
        line.registerConverter(long.class, wholeNumber(Long::valueOf));
        line.registerConverter(Long.class, wholeNumber(Long::valueOf));
    }

    private static <T> ITypeConverter<T> wholeNumber(Function<String, T> reader) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (NumberFormatException _) {
                throw new TypeConversionException(
                        "'" + ProtocolText.excerpt(text) + "' (expected: a whole number, as 20)");
            }
        };
    }
}
