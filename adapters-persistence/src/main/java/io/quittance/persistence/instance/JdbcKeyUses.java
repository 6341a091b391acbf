package io.quittance.persistence.instance;

import io.quittance.application.key.KeptKeyUses;
import io.quittance.persistence.database.Sql;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** When keys were last used, in the table {@code key_use}. */
public final class JdbcKeyUses implements KeptKeyUses {
    private static final String KEEP = "insert into key_use (fingerprint, used_at) values (?, ?)"
            + " on duplicate key update used_at = greatest(used_at, values(used_at))";

    private static final String ALL = "select fingerprint, used_at from key_use";

    private record Use(String fingerprint, Instant at) {}

    private final Sql sql;

    public JdbcKeyUses(Sql sql) {
        this.sql = sql;
    }

    /** In one order whoever does it, so that no two instances wait for each other. */
    @Override
    public void keep(Map<String, Instant> uses) {
        new TreeMap<>(uses).forEach((id, at) -> sql.change("keep when a key was used", KEEP, id, at));
    }

    @Override
    public Map<String, Instant> all() {
        return sql
                .list(
                        "read when keys were used",
                        ALL,
                        cells -> new Use(cells.text("fingerprint"), cells.instant("used_at")))
                .stream()
                .collect(Collectors.toMap(Use::fingerprint, Use::at));
    }
}
