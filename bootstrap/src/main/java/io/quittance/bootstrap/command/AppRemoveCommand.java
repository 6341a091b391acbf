package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Apps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Removes an app of which nothing is open and to which nothing is owed; its app id may be registered"
                        + " anew. Its orders stay, and can be shown.",
        footer = {"", "Example:", "  quittance app remove --app-id 3b24... --reason \"the shop has closed\""})
final class AppRemoveCommand implements Runnable {
    @Mixin
    private NamedApp app;

    @Mixin
    private ReasonNeeded reason;

    @Override
    public void run() {
        app.changed("Removed.", (Apps apps, String id) -> apps.remove(id, reason.by()));
    }
}
