package io.quittance.bootstrap.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** How a command that was run in this process ended, and what it printed. */
record Ran(int exit, String out, String err) {
    static Ran of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Commands.line(args);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exit = line.execute(args);
        return new Ran(exit, out.toString(), err.toString());
    }
}
