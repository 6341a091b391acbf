package io.quittance.bootstrap;

import io.quittance.bootstrap.command.Commands;

/** Where the process begins. */
public final class Main {
    private Main() {}

    /** A service ends by its hook. All else halts, as to exit would load the back end of logging, only to log that. */
    public static void main(String[] args) {
        int exit = Commands.execute(args);
        if (args.length > 0 && args[0].equals("serve")) {
            System.exit(exit);
        }
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(exit);
    }
}
