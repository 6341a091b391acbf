package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "set-notify-url",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Changes where an app's notifications go, also those that are owed already.",
        footer = {"", "Example:", "  quittance app set-notify-url --app-id 3b24... --notify-url https://a.example/n"})
final class AppSetNotifyUrlCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private AppIdOption app;

    @Option(names = "--notify-url", required = true, paramLabel = "URL", description = "Where they go from now on.")
    private String notifyUrl;

    @Override
    public void run() {
        String id = app.value();
        AppPrint.on(spec, out -> out.one("Changed.", AppsAccess.ask(apps -> apps.setNotifyUrl(id, notifyUrl))));
    }
}
