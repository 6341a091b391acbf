package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "hold",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Tells one of an app's endpoints nothing more until it is released; what it is owed collects, and nothing"
                    + " of it is lost.",
            "Counts for all instances: here at once, at the others within two seconds. What is under way is finished."
        },
        sortOptions = false,
        footer = {"", "Example:", "  quittance endpoint hold 3b24... --reason \"they move house until Monday\""})
final class EndpointHoldCommand implements Runnable {
    @Mixin
    private NamedPlace place;

    @Mixin
    private ReasonNeeded reason;

    @Override
    public void run() {
        place.change(
                "Held.",
                "Nothing changed: it is held already.",
                (endpoints, which) -> endpoints.hold(which, reason.by()));
    }
}
