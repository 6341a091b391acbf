package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Endpoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Tells an app again what it is owed, first what has collected: here at once, at the other instances"
                        + " within two seconds.",
        footer = {"", "Example:", "  quittance endpoint release 3b242b56a8b64274bcc37dac281120e3"})
final class EndpointReleaseCommand implements Runnable {
    @Mixin
    private NamedApp app;

    @Override
    public void run() {
        app.change("Released.", "Nothing changed: it is not held.", Endpoints::release);
    }
}
