package io.quittance.bootstrap.command;

import io.quittance.domain.merchant.NotifyHosts;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The hosts behind {@code --hosts}, of which only all together make sense. */
final class HostNames {
    private HostNames() {}

    /** @param said null where nothing was. @throws ParameterException naming what is no host */
    static Optional<List<String>> read(CommandSpec spec, List<String> said) {
        if (said == null) {
            return Optional.empty();
        }
        String all = String.join(",", said);
        try {
            NotifyHosts.of(all);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "Invalid value for option '--hosts': " + e.getMessage());
        }
        return Optional.of(all.isBlank() ? List.of() : said);
    }
}
