package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Owes an app's further endpoint nothing new from now on; effective within a second.",
            "What it is owed already is told still, and stays to be seen under its name."
        },
        sortOptions = false,
        footer = {"", "Example:", "  quittance endpoint remove 3b24... --name books --reason \"the ledger is gone\""})
final class EndpointRemoveCommand implements Runnable {
    @Mixin
    private NamedPlace place;

    @Mixin
    private ReasonNeeded reason;

    @Override
    public void run() {
        place.mustBeFurther();
        place.change(
                "Removed.",
                "Nothing changed: it was removed already.",
                (endpoints, which) -> endpoints.remove(which, reason.by()));
    }
}
