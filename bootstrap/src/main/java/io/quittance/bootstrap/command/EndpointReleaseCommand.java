package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Tells an app again what it is owed, first what has collected: here at once, at the other instances"
                        + " within two seconds.",
        footer = {"", "Example:", "  quittance endpoint release 3b242b56a8b64274bcc37dac281120e3"})
final class EndpointReleaseCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NamedApp app;

    @Override
    public void run() {
        String id = app.id();
        EndpointPrint.on(
                spec,
                out -> out.changed(
                        "Released.",
                        "Nothing changed: it is not held.",
                        ServiceAccess.endpoints(endpoints -> endpoints.release(id))));
    }
}
