package io.quittance.persistence.bodies;

import io.quittance.application.key.StoredBodies;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.BodyTable.Change;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import io.quittance.persistence.encryption.BodyUnreadable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The bodies of all tables, which are gone through by their keys, so that nothing is sorted and nothing read twice. */
public final class JdbcStoredBodies implements StoredBodies {
    /** Rows of one statement on a server, which is asked from afar; the embedded one finds single rows alone by their key. */
    private static final int AT_ONCE = 50;

    private static final String ABOUT = """
        select sum(%s) as bodies from information_schema.tables
        where table_schema in (database(), schema()) and lower(table_name) in (%s)
        """;

    private final Sql sql;
    private final boolean embedded;
    private final BodyCipher cipher;
    private final List<BodyTable> tables;
    private final JournalParts parts;
    private final int atOnce;

    /** @param tables all that hold bodies; the journal has columns that are fixed, its kinds of order */
    public JdbcStoredBodies(Database database, BodyCipher cipher, List<BodyTable> tables) {
        this(database.sql(), database.isEmbedded(), cipher, tables);
    }

    JdbcStoredBodies(Sql sql, boolean embedded, BodyCipher cipher, List<BodyTable> tables) {
        this.sql = sql;
        this.embedded = embedded;
        this.cipher = cipher;
        this.tables = List.copyOf(tables);
        this.parts = new JournalParts(sql, embedded);
        this.atOnce = embedded ? 1 : AT_ONCE;
    }

    private record Found(List<Object> row, String place, Optional<byte[]> sealed) {}

    @Override
    public Step step(String key, String place, int limit) {
        Optional<Place> from = Place.read(place).filter(this::isThere).or(() -> first(0));
        return from.map(at -> step(key, at, limit)).orElseGet(() -> new Step(Optional.empty(), 0, 0, 0, List.of()));
    }

    private Step step(String key, Place at, int limit) {
        BodyTable table = table(at);
        List<Object> fixed = table.fixed().isEmpty() ? List.of() : List.of(parts.kind(at.part()));
        List<Found> rows = some(table, at, fixed, key, limit);
        List<Change> changes = new ArrayList<>();
        List<String> aside = new ArrayList<>();
        String writing = cipher.keyId();
        for (Found row : rows) {
            row.sealed().ifPresent(kept -> {
                try {
                    byte[] body = cipher.open(row.place(), new Sealed(kept, key));
                    Sealed after = cipher.sealWith(writing, row.place(), body);
                    changes.add(new Change(row.row(), after.content(), kept));
                } catch (BodyUnreadable e) {
                    aside.add(e.getMessage());
                }
            });
        }
        int done = 0;
        for (int i = 0; i < changes.size(); i += atOnce) {
            List<Change> some = changes.subList(i, Math.min(changes.size(), i + atOnce));
            done += sql.change(
                    "encrypt bodies again", table.replace(some.size()), table.replacing(some, writing, fixed, key));
        }
        Optional<Place> next = rows.size() < limit
                ? following(at)
                : Optional.of(at.behind(rows.getLast().row()));
        return new Step(next.map(Place::text), rows.size(), done, changes.size() - done, aside);
    }

    private List<Found> some(BodyTable table, Place at, List<Object> fixed, String key, int limit) {
        List<Object> values = new ArrayList<>();
        values.add(key);
        values.addAll(fixed);
        values.addAll(table.behind(at.row()));
        values.add(limit);
        String part = table.fixed().isEmpty() ? "" : parts.clause(at.part());
        return sql.list("read bodies", table.some(part), cells -> found(table, cells), values.toArray());
    }

    private static Found found(BodyTable table, Cells cells) throws SQLException {
        List<Object> row = new ArrayList<>();
        for (BodyTable.Number one : table.number()) {
            row.add(one.bytes() ? cells.bytes(one.column()) : (Object) cells.whole(one.column()));
        }
        return new Found(row, table.place().read(cells), cells.maybeBytes("sealed"));
    }

    private BodyTable table(Place at) {
        return tables.get(index(at));
    }

    private int index(Place at) {
        List<String> names = tables.stream().map(BodyTable::table).toList();
        return names.indexOf(at.table());
    }

    private boolean isThere(Place at) {
        return index(at) >= 0 && (table(at).fixed().isEmpty() || parts.has(at.part()));
    }

    /** The beginning of that table, or of the next one that has any. */
    private Optional<Place> first(int from) {
        for (BodyTable table : tables.subList(from, tables.size())) {
            Optional<String> part = table.fixed().isEmpty() ? Optional.of("") : parts.first();
            if (part.isPresent()) {
                return Optional.of(Place.before(table, part.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Place> following(Place at) {
        BodyTable table = table(at);
        Optional<String> part = table.fixed().isEmpty() ? Optional.empty() : parts.after(at.part());
        return part.map(one -> Place.before(table, one)).or(() -> first(index(at) + 1));
    }

    @Override
    public Map<String, Long> count() {
        record Under(String key, long bodies) {}
        Map<String, Long> all = new HashMap<>();
        for (BodyTable table : tables) {
            sql.list(
                            "count bodies",
                            table.count(),
                            cells -> new Under(cells.text("key_id"), cells.whole("bodies")),
                            MOST_COUNTED)
                    .forEach(one -> all.merge(one.key(), one.bodies(), Long::sum));
        }
        return all;
    }

    @Override
    public long about() {
        String names = tables.stream().map(one -> "'" + one.table() + "'").collect(Collectors.joining(", "));
        String rows = embedded ? "row_count_estimate" : "table_rows";
        return sql.first("ask how much there is", ABOUT.formatted(rows, names), cells -> cells.maybeWhole("bodies"))
                .flatMap(found -> found)
                .orElse(0L);
    }
}
