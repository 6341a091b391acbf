package io.quittance.persistence.instance;

import io.quittance.application.key.GatewayKeys;
import io.quittance.application.person.Hand;
import io.quittance.application.registration.Deed;
import io.quittance.domain.key.Term;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.BodyTable.Number;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The gateway's pairs in the table {@code gateway_key}; their private keys are encrypted. */
public final class JdbcGatewayKeys implements GatewayKeys {
    /** Their private keys. */
    public static final BodyTable BODIES = BodyTable.of(
                    "gateway_key", "secret", cells -> place(cells.text("fingerprint")), Number.whole("id"))
            .toldBy("fingerprint");

    private static final String LOCK = "select name from instance_key where name = ? for update";

    private final Sql sql;
    private final BodyCipher cipher;
    private final Columns<Kept> columns;
    private final String keep;

    public JdbcGatewayKeys(Sql sql, BodyCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
        Columns<Kept> changing = Columns.of(
                Columns.sealed(
                        "secret", key -> key.secret().map(secret -> cipher.seal(place(key.id()), secret.toArray()))),
                Columns.of("valid_from", key -> key.term().from()),
                Columns.of("valid_until", key -> key.term().until()),
                Columns.of("revoked", key -> key.term().revoked()),
                Columns.of("changed_at", key -> key.last().at()),
                Columns.of("changed_by", key -> key.last().by().person()),
                Columns.of("changed_why", key -> key.last().by().reason()));
        this.columns = Columns.of(
                Columns.of("fingerprint", Kept::id),
                Columns.of("public_key", key -> key.open().toArray()),
                changing);
        this.keep = "insert into gateway_key (" + columns.listed() + ") values (" + columns.marks()
                + ") on duplicate key update "
                + String.join(
                        ", ",
                        changing.names().stream()
                                .map(name -> name + " = values(" + name + ")")
                                .toList());
    }

    @Override
    public List<Kept> all() {
        return sql.list(
                "read the gateway's keys", "select " + columns.listed() + " from gateway_key order by id", this::read);
    }

    /** The row of the first key stands for all of them. */
    @Override
    public List<Kept> lock() {
        sql.first("lock the gateway's keys", LOCK, cells -> cells.text("name"), JdbcInstanceKeys.GATEWAY);
        return all();
    }

    @Override
    public void keep(Kept key) {
        sql.change("keep a key of the gateway", keep, columns.bound(key));
    }

    private Kept read(Cells cells) throws SQLException {
        String id = cells.text("fingerprint");
        Optional<byte[]> body = cells.maybeBytes("secret_body");
        String key = cells.maybeText("secret_key").orElse("of no name");
        return new Kept(
                id,
                Bytes.of(cells.bytes("public_key")),
                body.map(bytes -> Bytes.of(cipher.open(place(id), new Sealed(bytes, key)))),
                new Term(cells.instant("valid_from"), cells.maybeInstant("valid_until"), cells.flag("revoked")),
                new Deed(new Hand(cells.text("changed_by"), cells.text("changed_why")), cells.instant("changed_at")));
    }

    private static String place(String id) {
        return "gateway key " + id;
    }
}
