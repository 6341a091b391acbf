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
 * The body of a row by which a person vouches for rows that were written without a seal: each of them as it was found. A row of
 * its own, sealed as all, so nothing that was sealed before is written again.
 */
final class Voucher {
    private static final String BEGINNING = "rows as found 1\n";
    private static final HexFormat HEX = HexFormat.of();

    private Voucher() {}

    static Bytes of(SortedMap<Integer, Bytes> found) {
        return Bytes.utf8(found.entrySet().stream()
                .map(one -> one.getKey() + " " + HEX.formatHex(one.getValue().toArray()))
                .collect(Collectors.joining("\n", BEGINNING, "\n")));
    }

    /** What a sealed row vouches for; nothing, unless it is such a row. */
    static Map<Integer, Bytes> read(Told told) {
        Optional<String> text = told.body()
                .filter(_ -> told.kind().equals(JournalEntry.Kind.OPERATED.name()))
                .map(Bytes::asUtf8)
                .filter(body -> body.startsWith(BEGINNING));
        SortedMap<Integer, Bytes> found = new TreeMap<>();
        text.ifPresent(body -> body.substring(BEGINNING.length()).lines().forEach(line -> {
            String[] parts = line.split(" ");
            found.put(Integer.valueOf(parts[0]), Bytes.of(HEX.parseHex(parts[1])));
        }));
        return found;
    }
}
