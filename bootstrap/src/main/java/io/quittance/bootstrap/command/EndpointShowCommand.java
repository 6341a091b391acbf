package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Endpoints.EndpointCard;
import io.quittance.bootstrap.management.EndpointsWire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows the endpoint of one app.",
        footer = {"", "Example:", "  quittance endpoint show 3b242b56a8b64274bcc37dac281120e3"})
final class EndpointShowCommand implements Runnable {
    @Mixin
    private NamedApp app;

    @Override
    public void run() {
        String id = app.id();
        EndpointCard card = app.service().endpoints(endpoints -> endpoints.show(id));
        app.print(() -> EndpointsWire.write(card), EndpointPrint.one(card));
    }
}
