package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows the endpoint of one app.",
        footer = {"", "Example:", "  quittance endpoint show 3b242b56a8b64274bcc37dac281120e3"})
final class EndpointShowCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NamedApp app;

    @Override
    public void run() {
        String id = app.id();
        EndpointPrint.on(spec, out -> out.one(app.service().endpoints(endpoints -> endpoints.show(id))));
    }
}
