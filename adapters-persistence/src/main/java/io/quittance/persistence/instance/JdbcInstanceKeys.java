package io.quittance.persistence.instance;

import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import java.time.Instant;
import java.util.Optional;

/**
 * Which keys this database was made with, in the table {@code instance_key}. Of all instances that ever opened it the
 * first decides; one that was given another key must say so and stop, or merchants would see two signers.
 */
public final class JdbcInstanceKeys {
    /** The pair that signs everything sent north. */
    public static final String GATEWAY = "gateway";

    /** The key that bodies are encrypted with. */
    public static final String BODY = "body";

    /** The key that seals the journal. */
    public static final String AUDIT = "audit";

    private record Claim(String name, String fingerprint, Instant since) {}

    private static final Columns<Claim> ALL = Columns.of(
            Columns.of("name", Claim::name),
            Columns.of("fingerprint", Claim::fingerprint),
            Columns.of("since", Claim::since));

    private static final String ADD = "insert into instance_key (" + ALL.listed() + ") values (" + ALL.marks()
            + ") on duplicate key update name = name";

    private static final String FIND = "select fingerprint from instance_key where name = ?";

    private final Sql sql;

    public JdbcInstanceKeys(Sql sql) {
        this.sql = sql;
    }

    /**
     * Writes down the fingerprint of a key, unless one stands there already.
     *
     * @return the fingerprint that stands there now: another than the given one means another key
     */
    public String claim(String name, String fingerprint, Instant now) {
        sql.change("keep the fingerprint of a key", ADD, ALL.bound(new Claim(name, fingerprint, now)));
        return find(name).orElseThrow();
    }

    /** The fingerprint that stands there; empty if nobody ever wrote one down. */
    public Optional<String> find(String name) {
        return sql.first("read the fingerprint of a key", FIND, cells -> cells.text("fingerprint"), name);
    }
}
