package io.quittance.persistence.database;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that holds the embedded database open until its input ends. */
final class HoldsDatabase {
    static final String HELD = "held";

    private HoldsDatabase() {}

    public static void main(String[] args) throws IOException {
        try (Database database = Database.open(DatabaseSettings.embedded(Path.of(args[0])))) {
            System.out.println(HELD + " " + database.where());
            System.in.read();
        }
    }
}
