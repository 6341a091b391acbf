package io.quittance.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Tells whether the journal is as it was written. Asks the running service, or the database if none"
                        + " runs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditVerifyCommand.class, AuditAnchorCommand.class, AuditVouchCommand.class},
        footer = {"", "Examples:", "  quittance audit verify", "  quittance audit anchor > anchors-2026-11-27"})
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing (expected: verify, anchor, vouch)");
    }
}
