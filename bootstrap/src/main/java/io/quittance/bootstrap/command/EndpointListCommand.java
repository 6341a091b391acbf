package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Endpoints;
import io.quittance.bootstrap.management.Endpoints.EndpointCard;
import io.quittance.bootstrap.management.EndpointsWire;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the endpoints of all apps: whether they are told, and how much waits for them.",
        footer = {"", "Example:", "  quittance endpoint list"})
final class EndpointListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public void run() {
        List<EndpointCard> cards = service.endpoints(Endpoints::list);
        printed.print(spec, () -> EndpointsWire.write(cards), EndpointPrint.all(cards));
    }
}
