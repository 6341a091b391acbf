package io.quittance.bootstrap.command;

import io.quittance.domain.text.Bytes;
import java.io.Console;
import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How a command says what it found: for people, or as the JSON that the management API answers. */
final class Printed {
    @Option(names = "--json", description = "Prints the JSON of the management API.")
    private boolean json;

    boolean isJson() {
        return json;
    }

    void print(CommandSpec spec, Supplier<Bytes> answer, Consumer<Lines> lines) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (json) {
            out.println(answer.get().asUtf8());
        } else {
            lines.accept(new Lines(out, err, isTerminal()));
        }
        out.flush();
        err.flush();
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
