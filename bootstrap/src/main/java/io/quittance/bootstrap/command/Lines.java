package io.quittance.bootstrap.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a command prints for people. On a terminal a list is a table; elsewhere it is a line for each with its fields
 * apart by tabs, and nothing else, so that other programs can read it.
 *
 * @param beside where goes what is said beside a list that is no table
 */
record Lines(PrintWriter out, PrintWriter beside, boolean terminal) {
    private static final String GAP = "  ";

    void say(String sentence) {
        out.println(sentence);
    }

    /** Nothing is printed of a value that is not there. */
    void line(String name, Optional<String> value) {
        value.ifPresent(text -> out.printf("  %-13s%s%n", name, text));
    }

    void line(String name, String value) {
        line(name, Optional.of(value));
    }

    /** What belongs to a list and is none of its rows. */
    void hint(String sentence) {
        (terminal ? out : beside).println(sentence);
    }

    /** @param none what is said instead if there is no row */
    void table(List<String> heads, List<List<String>> rows, String none) {
        if (rows.isEmpty()) {
            hint(none);
        } else if (terminal) {
            aligned(Stream.concat(Stream.of(heads), rows.stream()).toList());
        } else {
            rows.forEach(row -> out.println(row.stream().map(Lines::field).collect(Collectors.joining("\t"))));
        }
    }

    private static String field(String value) {
        return value.replaceAll("[\\t\\r\\n]+", " ");
    }

    private void aligned(List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String value = field(row.get(column));
                line.append(value)
                        .repeat(' ', widths.get(column) - value.length())
                        .append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
