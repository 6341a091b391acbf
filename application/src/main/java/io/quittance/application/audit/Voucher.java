package io.quittance.application.audit;

import io.quittance.application.journal.JournalEntry;
import io.quittance.domain.text.Bytes;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The body of a row that speaks for others that do not speak for themselves, each by a MAC over it. It is a row of its own,
 * sealed as all, so nothing that was sealed before is sealed again.
 */
enum Voucher {
    /** Rows that were written without a seal, for which a person vouches: each as it was found. */
    FOUND("rows as found 1\n"),
    /** Rows whose bodies were taken away: each as it is without. */
    FORGOTTEN("rows without their bodies 1\n");

    private static final HexFormat HEX = HexFormat.of();

    private final String beginning;

    Voucher(String beginning) {
        this.beginning = beginning;
    }

    Bytes of(SortedMap<Integer, Bytes> rows) {
        return Bytes.utf8(rows.entrySet().stream()
                .map(one -> one.getKey() + " " + HEX.formatHex(one.getValue().toArray()))
                .collect(Collectors.joining("\n", beginning, "\n")));
    }

    /** What a sealed row says so of others; nothing, unless it is such a row. */
    Map<Integer, Bytes> read(Told told) {
        Optional<String> text = told.body()
                .filter(_ -> told.kind().equals(JournalEntry.Kind.OPERATED.name()))
                .map(Bytes::asUtf8)
                .filter(body -> body.startsWith(beginning));
        SortedMap<Integer, Bytes> rows = new TreeMap<>();
        text.ifPresent(body -> body.substring(beginning.length()).lines().forEach(line -> {
            String[] parts = line.split(" ");
            rows.put(Integer.valueOf(parts[0]), Bytes.of(HEX.parseHex(parts[1])));
        }));
        return rows;
    }
}
