package io.quittance.bootstrap;

import io.quittance.bootstrap.command.Commands;

/** Where the process begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Commands.execute(args));
    }
}
