package io.quittance.bootstrap.command;

import picocli.CommandLine.Option;

/** Who does what a command does, for what is kept of it. */
final class Person {
    @Option(
            names = "--by",
            converter = Said.Name.class,
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who does it; by default who runs this command.")
    private String name;

    String name() {
        return name;
    }
}
