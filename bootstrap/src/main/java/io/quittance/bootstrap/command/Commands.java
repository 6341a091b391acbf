package io.quittance.bootstrap.command;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.ProtocolText;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and how they fail: one sentence on standard error, and an exit code that is not zero. */
@Command(
        name = "quittance",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A self-hosted payments gateway that speaks PayerMax's wire protocol on both faces.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            AppCommand.class,
            AccountCommand.class,
            EndpointCommand.class,
            OrderCommand.class,
            DeliveryCommand.class,
            DiscrepancyCommand.class,
            AuditCommand.class,
            ReplayCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MoveCommand.class,
            SimulateCommand.class,
            KeygenCommand.class,
            SignCommand.class,
            VerifyCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  quittance serve            with the embedded database and the simulator",
            "  quittance demo             an order of each kind, through a running service",
            "  quittance app add --help   how to register an app",
            "",
            "docs/operations.md lists the settings, all of them environment variables."
        })
public final class Commands implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Commands() {}

    /** @return the exit code: 0 if all is well, 1 if not, 2 if the command itself makes no sense */
    public static int execute(String... args) {
        return line().execute(args);
    }

    static CommandLine line() {
        return new CommandLine(new Commands())
                .setParameterExceptionHandler(Commands::misused)
                .setExecutionExceptionHandler(Commands::failed)
                .setCaseInsensitiveEnumValuesAllowed(false)
                .setUsageHelpAutoWidth(true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing (expected: serve, demo or another)");
    }

    private static int misused(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(unknownCommand(e).orElseGet(() -> e.getMessage().replaceFirst("^Error: ", "")));
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        }
        showTrace(e, err);
        return ExitCode.USAGE;
    }

    /** What picocli calls an argument that it cannot match is a command that there is not, where a command is due. */
    private static Optional<String> unknownCommand(ParameterException e) {
        CommandLine line = e.getCommandLine();
        return e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && !line.getSubcommands().isEmpty()
                ? Optional.of("There is no command '" + line.getCommandSpec().qualifiedName() + " "
                        + ProtocolText.excerpt(unmatched.getUnmatched().getFirst()) + "' (expected: "
                        + String.join(", ", line.getSubcommands().keySet()) + ")")
                : Optional.empty();
    }

    private static int failed(Exception e, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        err.println(Trouble.within(e)
                .map(Trouble::getMessage)
                .orElseGet(() -> "Something went wrong that should not: " + firstLine(e)
                        + ". Set QUITTANCE_DEBUG=1 to see where."));
        showTrace(e, err);
        return ExitCode.SOFTWARE;
    }

    private static String firstLine(Exception e) {
        return e.toString().lines().findFirst().orElse("an exception without a name");
    }

    private static void showTrace(Exception e, PrintWriter err) {
        if ("1".equals(System.getenv("QUITTANCE_DEBUG"))) {
            e.printStackTrace(err);
        }
        err.flush();
    }
}
