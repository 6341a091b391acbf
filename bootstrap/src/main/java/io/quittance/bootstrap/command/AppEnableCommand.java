package io.quittance.bootstrap.command;

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

    @Override
    public void run() {
        app.print("Enabled.", (apps, id) -> apps.enable(id, true));
    }
}
