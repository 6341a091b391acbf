package io.quittance.bootstrap.command;

import io.quittance.bootstrap.wiring.Release;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Quittance " + Release.number(), "Java " + Runtime.version()};
    }
}
