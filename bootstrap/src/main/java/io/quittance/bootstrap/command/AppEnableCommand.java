package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "enable",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Takes a disabled app's requests again.",
        footer = {"", "Example:", "  quittance app enable --app-id 3b242b56a8b64274bcc37dac281120e3"})
final class AppEnableCommand implements Runnable {
    @Mixin
    private NamedApp app;

    @Mixin
    private ReasonIfSaid reason;

    @Override
    public void run() {
        app.changed("Enabled.", (apps, id) -> apps.change(id, AppChange.enabled(true), reason.by()));
    }
}
