package io.quittance.bootstrap.wiring;

import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in a data folder, from before a database is filled for it until all is there. A database says of itself that it is not
 * whole, but only once it has tables: with the file alone, a service would take one that was cut off before for a new one.
 */
record CarryMark(Path file) {
    static CarryMark in(Settings settings) {
        return new CarryMark(settings.data().resolve("unfinished"));
    }

    boolean isThere() {
        return Files.exists(file);
    }

    /** @return whether it was not there before */
    boolean set() {
        boolean fresh = !isThere();
        try {
            Files.writeString(file, "A restore or move that was begun and is not through.\n");
        } catch (IOException e) {
            throw new Trouble("The file " + file + " cannot be written: " + e + ".", e);
        }
        return fresh;
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Trouble("The file " + file + " cannot be removed: " + e + "; remove it by hand.", e);
        }
    }
}
