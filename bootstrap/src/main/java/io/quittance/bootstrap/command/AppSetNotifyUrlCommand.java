package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "set-notify-url",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Changes where an app's notifications go, also those that are owed already.",
        footer = {"", "Example:", "  quittance app set-notify-url --app-id 3b24... --notify-url https://a.example/n"})
final class AppSetNotifyUrlCommand implements Runnable {
    @Mixin
    private NamedApp app;

    @Option(
            names = "--notify-url",
            converter = Said.Url.class,
            required = true,
            paramLabel = "URL",
            description = "Where they go from now on.")
    private String notifyUrl;

    @Mixin
    private ReasonIfSaid reason;

    @Override
    public void run() {
        app.changed("Changed.", (apps, id) -> apps.change(id, AppChange.to(notifyUrl), reason.by()));
    }
}
