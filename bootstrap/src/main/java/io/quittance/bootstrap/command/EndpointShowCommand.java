package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Endpoints;
import io.quittance.bootstrap.management.Endpoints.EndpointCard;
import io.quittance.bootstrap.management.EndpointsWire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows one endpoint of an app: where it is, what it is told of, and whether it is told.",
        footer = {"", "Example:", "  quittance endpoint show 3b242b56a8b64274bcc37dac281120e3"})
final class EndpointShowCommand implements Runnable {
    @Mixin
    private NamedPlace place;

    @Override
    public void run() {
        EndpointCard card = place.ask(Endpoints::show);
        place.print(() -> EndpointsWire.write(card), EndpointPrint.one(card));
    }
}
