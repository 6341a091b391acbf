package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "enable",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Takes a disabled app's requests again.",
        footer = {"", "Example:", "  quittance app enable --app-id 3b242b56a8b64274bcc37dac281120e3"})
final class AppEnableCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private AppIdOption app;

    @Override
    public void run() {
        String id = app.value();
        AppPrint.on(spec, out -> out.one("Enabled.", AppsAccess.ask(apps -> apps.enable(id, true))));
    }
}
