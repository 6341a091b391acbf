package io.quittance.bootstrap.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The embedded database, of one instance; the judge opens it once that has ended. */
final class EmbeddedH2 implements Database {
    private final Path data;

    /** @param data the instance's folder */
    EmbeddedH2(Path data) {
        this.data = data;
    }

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public List<Integer> ports() {
        return List.of();
    }

    @Override
    public String url(List<Integer> ports) {
        return "";
    }

    @Override
    public Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + data.resolve("quittance") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;TIME ZONE=UTC",
                "quittance",
                "");
    }

    @Override
    public List<Misfortune> misfortunes() {
        return List.of();
    }

    @Override
    public void heal() {}
}
