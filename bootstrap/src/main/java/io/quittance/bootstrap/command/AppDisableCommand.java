package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "disable",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Refuses an app's requests from now on; news of its money is still taken in and delivered.",
        footer = {"", "Example:", "  quittance app disable --app-id 3b242b56a8b64274bcc37dac281120e3"})
final class AppDisableCommand implements Runnable {
    @Mixin
    private NamedApp app;

    @Mixin
    private ReasonIfSaid reason;

    @Override
    public void run() {
        app.changed("Disabled.", (apps, id) -> apps.change(id, AppChange.enabled(false), reason.by()));
    }
}
