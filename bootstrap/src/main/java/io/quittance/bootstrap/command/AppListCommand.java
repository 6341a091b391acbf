package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppCard;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.management.AppsWire;
import java.util.List;
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

    @Mixin
    private Printed printed = new Printed();

    @Override
    public void run() {
        List<AppCard> cards = service.apps(Apps::list);
        printed.print(spec, () -> AppsWire.write(cards), AppPrint.all(cards));
    }
}
