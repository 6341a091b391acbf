package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows one registered app.",
        footer = {"", "Example:", "  quittance app show --app-id 3b242b56a8b64274bcc37dac281120e3"})
final class AppShowCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private AppIdOption app;

    @Override
    public void run() {
        String id = app.value();
        AppPrint.on(spec, out -> out.one("", AppsAccess.ask(apps -> apps.show(id))));
    }
}
