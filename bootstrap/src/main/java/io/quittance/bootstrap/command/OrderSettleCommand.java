package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Repairs.Ending;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Ends an order on your word, as if upstream had said so: its merchant is told, and upstream is asked no"
                    + " more.",
            "For what is overdue, when you have seen in the acquirer's portal how it ended. It cannot be taken back:"
                    + " what upstream says otherwise afterwards is kept as a discrepancy."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance order settle order-1 --as success --reason \"in the portal it is paid\"",
            "  quittance order settle order-1 --as failed --code PAYMENT_FAILED --reason \"their support, case 4711\""
        })
final class OrderSettleCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ByHand hand;

    @Option(
            names = "--as",
            converter = SaidOf.End.class,
            required = true,
            completionCandidates = Choices.Ends.class,
            paramLabel = "END",
            description = "success or failed.")
    private String end;

    @Option(
            names = "--code",
            converter = Said.Code.class,
            paramLabel = "CODE",
            description = "The error code that its merchant is told.")
    private String code;

    @Option(
            names = "--message",
            converter = Said.Message.class,
            paramLabel = "TEXT",
            description = "What its merchant is told besides.")
    private String message;

    @Override
    public void run() {
        if (end.equals("success") && (code != null || message != null)) {
            throw new ParameterException(
                    spec.commandLine(), "A success has neither code nor message (expected: --as success alone)");
        }
        Ending ending = new Ending(end, Optional.ofNullable(code), Optional.ofNullable(message));
        hand.perform(
                "Settled: its merchant is told.",
                "Nothing changed: it has ended so already.",
                (repairs, by) -> repairs.settle(by, ending));
    }
}
