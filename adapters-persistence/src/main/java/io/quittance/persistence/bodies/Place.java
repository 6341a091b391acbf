package io.quittance.persistence.bodies;

import io.quittance.persistence.database.BodyTable;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How far somebody went who goes through all bodies: behind a row of a part of a table. As text it is {@code journal p202611/CAPTURE
 * x4331 n7 n202611}.
 *
 * @param part empty where a table has none
 * @param row the values of the table's number
 */
record Place(String table, String part, List<Object> row) {
    private static final HexFormat HEX = HexFormat.of();

    Place {
        row = List.copyOf(row);
    }

    /** Before all rows of that part. */
    static Place before(BodyTable table, String part) {
        return new Place(
                table.table(),
                part,
                table.number().stream().map(BodyTable.Number::least).toList());
    }

    Place behind(List<Object> last) {
        return new Place(table, part, last);
    }

    String text() {
        StringBuilder text = new StringBuilder(table).append(' ').append(part);
        row.forEach(value ->
                text.append(' ').append(value instanceof byte[] bytes ? "x" + HEX.formatHex(bytes) : "n" + value));
        return text.toString();
    }

    /** Empty if it is none. */
    static Optional<Place> read(String text) {
        List<String> words = List.of(text.split(" ", -1));
        if (words.size() < 3) {
            return Optional.empty();
        }
        List<Object> row = new ArrayList<>();
        for (String word : words.subList(2, words.size())) {
            row.add(word.startsWith("x") ? HEX.parseHex(word.substring(1)) : (Object) Long.valueOf(word.substring(1)));
        }
        return Optional.of(new Place(words.get(0), words.get(1), row));
    }
}
