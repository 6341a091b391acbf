package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Apps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the registered apps.",
        footer = {"", "Example:", "  quittance app list"})
final class AppListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        AppPrint.on(spec, out -> out.all(service.apps(Apps::list)));
    }
}
