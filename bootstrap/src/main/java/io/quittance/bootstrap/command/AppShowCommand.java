package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Apps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows one registered app.",
        footer = {"", "Example:", "  quittance app show --app-id 3b242b56a8b64274bcc37dac281120e3"})
final class AppShowCommand implements Runnable {
    @Mixin
    private NamedApp app;

    @Override
    public void run() {
        app.print("", Apps::show);
    }
}
