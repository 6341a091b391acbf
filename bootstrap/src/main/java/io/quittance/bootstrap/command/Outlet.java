package io.quittance.bootstrap.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where goes what a command prints. */
final class Outlet {
    /** How Unix numbers kinds of files, in the mode of each. */
    private static final int KIND = 0170000;

    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private Outlet() {}

    /** Whether another program reads it, which may go away whenever it has read enough; false where nobody can tell. */
    static boolean isRead() {
        try {
            int kind = (int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return false;
        }
    }
}
