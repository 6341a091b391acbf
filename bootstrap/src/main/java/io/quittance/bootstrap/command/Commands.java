package io.quittance.bootstrap.command;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.ProtocolText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * All commands, and how they fail: one sentence on standard error, and an exit code that is not zero. On the way to a command there
 * are neither streams nor lambdas: what is made of picocli's classes is in no cache (ADR 0043), and each would take milliseconds.
 */
@Command(
        name = "quittance",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A self-hosted payments gateway that speaks PayerMax's wire protocol on both faces.",
        synopsisSubcommandLabel = "COMMAND",
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
    /** In the order of the list that {@code --help} prints. */
    private static final List<Class<?>> ALL = List.of(
            ServeCommand.class,
            DemoCommand.class,
            AppCommand.class,
            AccountCommand.class,
            EndpointCommand.class,
            KeyCommand.class,
            OrderCommand.class,
            DeliveryCommand.class,
            DiscrepancyCommand.class,
            PersonCommand.class,
            AuditCommand.class,
            ReplayCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MoveCommand.class,
            SimulateCommand.class,
            KeygenCommand.class,
            SignCommand.class,
            VerifyCommand.class,
            CompletionCommand.class);

    private static final SequencedMap<String, String> EXIT_CODES = exitCodes();

    @CommandLine.Spec
    private CommandSpec spec;

    private Commands() {}

    /** As of a program that is ended by the signal SIGPIPE: 128 and its number. */
    private static final int READER_WENT_AWAY = 141;

    /**
     * @return the exit code: 0 if all is well, 1 if not, 2 if the command itself makes no sense, {@value #READER_WENT_AWAY} if who
     *     read what was printed did not want all of it
     */
    public static int execute(String... args) {
        // Else picocli asks for a class of Groovy, and every library is opened to find that none has it.
        System.setProperty("picocli.disable.closures", "true");
        int exit = line(args).execute(args);
        if (System.out.checkError()) {
            if (Outlet.isRead()) {
                return exit == ExitCode.OK ? READER_WENT_AWAY : exit;
            }
            System.err.println(
                    "What was to be printed could not be written whole (expected: a disk that is not full).");
            return ExitCode.SOFTWARE;
        }
        return exit;
    }

    /** All of them, with all that each takes. */
    static CommandLine line() {
        CommandLine line = new CommandLine(new Commands());
        for (Class<?> type : ALL) {
            line.addSubcommand(new CommandLine(type));
        }
        return failing(line);
    }

    /**
     * For that line alone: only what it calls is looked into, as to do so with some fifty commands takes longer than
     * most commands do. Where it calls none all are there, as what was meant may be any.
     */
    static CommandLine line(String... words) {
        if (words.length == 0) {
            return listing();
        }
        Optional<Class<?>> type = named(ALL, words[0]);
        if (type.isEmpty()) {
            return line();
        }
        CommandLine line = new CommandLine(new Commands());
        line.addSubcommand(called(type.get(), words));
        return failing(line);
    }

    /** What stands in the list and no more. */
    private static CommandLine listing() {
        CommandLine line = new CommandLine(new Commands());
        for (Class<?> type : ALL) {
            CommandSpec listed = bare(type);
            listed.usageMessage().description(annotated(type).description());
            line.addSubcommand(new CommandLine(listed));
        }
        return failing(line);
    }

    private static CommandLine called(Class<?> type, String... words) {
        Optional<Class<?>> within =
                words.length > 1 ? named(List.of(annotated(type).subcommands()), words[1]) : Optional.empty();
        return within.isPresent()
                ? new CommandLine(bare(type)).addSubcommand(new CommandLine(within.get()))
                : new CommandLine(type);
    }

    private static Optional<Class<?>> named(List<Class<?>> types, String name) {
        for (Class<?> type : types) {
            if (annotated(type).name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static CommandSpec bare(Class<?> type) {
        return CommandSpec.create().name(annotated(type).name());
    }

    private static Command annotated(Class<?> type) {
        return type.getAnnotation(Command.class);
    }

    private static CommandLine failing(CommandLine line) {
        tellExitCodes(line);
        PlainValues.teach(line);
        return line.setParameterExceptionHandler(new Misused())
                .setExecutionExceptionHandler(new Failed())
                .setCaseInsensitiveEnumValuesAllowed(false)
                .setUsageHelpAutoWidth(true);
    }

    private static final class Misused implements IParameterExceptionHandler {
        @Override
        public int handleParseException(ParameterException e, String[] args) {
            return misused(e);
        }
    }

    private static final class Failed implements IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
            return failed(e, line);
        }
    }

    private static SequencedMap<String, String> exitCodes() {
        SequencedMap<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "all is well");
        codes.put("1", "it is not: standard error says why");
        codes.put("2", "the command itself makes no sense");
        return codes;
    }

    /** Unless a command has some of its own. */
    private static void tellExitCodes(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        if (usage.exitCodeList().isEmpty()) {
            usage.exitCodeListHeading("%nExit codes:%n");
            usage.exitCodeList(EXIT_CODES);
        }
        for (CommandLine sub : line.getSubcommands().values()) {
            tellExitCodes(sub);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int misused(ParameterException e) {
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

    private static int failed(Exception e, CommandLine line) {
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
