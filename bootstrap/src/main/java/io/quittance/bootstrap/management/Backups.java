package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import java.nio.file.Path;

/** Copies of the database, as the command line and the management API speak of them. */
public interface Backups {
    /**
     * Writes all that the database holds, as one moment has it, while it is worked with.
     *
     * @return the file, in the data folder, readable by its owner only; whoever asked moves it away, within an hour
     * @throws Trouble if it cannot be written, or a service is writing another one
     */
    Written write();

    /** @param rows how many rows of tables it holds */
    record Written(Path file, long rows) {}
}
