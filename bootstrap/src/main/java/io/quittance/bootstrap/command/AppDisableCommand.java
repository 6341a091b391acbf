package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "disable",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Refuses an app's requests from now on; news of its money is still taken in and delivered.",
        footer = {"", "Example:", "  quittance app disable --app-id 3b242b56a8b64274bcc37dac281120e3"})
final class AppDisableCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private AppIdOption app;

    @Override
    public void run() {
        String id = app.value();
        AppPrint.on(spec, out -> out.one("Disabled.", AppsAccess.ask(apps -> apps.enable(id, false))));
    }
}
