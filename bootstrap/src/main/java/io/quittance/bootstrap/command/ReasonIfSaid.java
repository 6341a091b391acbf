package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.ByWhom;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who changes what is registered; why is kept if it is said. */
final class ReasonIfSaid {
    @Option(
            names = "--reason",
            converter = Said.Reason.class,
            paramLabel = "TEXT",
            defaultValue = "none given",
            description = "Why, for whoever reads what was changed.")
    private String reason;

    @Mixin
    private Person person;

    ByWhom by() {
        return new ByWhom(person.name(), reason);
    }
}
