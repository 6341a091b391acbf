package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.EndpointWish;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Gives an app a further endpoint of that name, or changes it; effective within a second. It is told beside"
                    + " the app's registered address or, of some kinds, in its place, and each endpoint has its own"
                    + " progress: one that is away holds up no other.",
            "What a new one was not told of before, it is not told of. The registered address itself is changed by"
                    + " 'app set'."
        },
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  quittance endpoint set 3b24... --name books --notify-url https://books.example/n \\",
            "      --kinds payout --payout-dialect legacy --reason \"the new ledger\""
        })
final class EndpointSetCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NamedPlace place;

    @Option(
            names = "--notify-url",
            converter = Said.Url.class,
            paramLabel = "URL",
            description = "Where it is told; a new one needs it.")
    private String notifyUrl;

    @Option(
            names = "--kinds",
            converter = SaidOf.Topic.class,
            completionCandidates = Choices.Topics.class,
            paramLabel = "KIND",
            split = ",",
            description = "What it is told of, with commas: capture, cancel, payout, payment-link, payment, news. A new"
                    + " one is told of all.")
    private List<String> kinds;

    @Option(
            names = "--payout-dialect",
            converter = SaidOf.Dialect.class,
            completionCandidates = Choices.Dialects.class,
            paramLabel = "v2|legacy",
            description = "In which form it is told of payouts; a new one as its app.")
    private String payoutDialect;

    @Option(
            names = "--exclusive",
            negatable = true,
            fallbackValue = "true",
            arity = "0",
            description = "Whether the registered address is not told of these kinds.")
    private Boolean exclusive;

    @Mixin
    private ReasonNeeded reason;

    @Override
    public void run() {
        EndpointWish wish = new EndpointWish(
                Optional.ofNullable(notifyUrl),
                Optional.ofNullable(payoutDialect),
                Optional.ofNullable(kinds),
                Optional.ofNullable(exclusive));
        if (wish.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "What is to change? (expected: --notify-url, --kinds, --payout-dialect or --[no-]exclusive)");
        }
        place.mustBeFurther();
        place.change("Set.", NamedApp.NOTHING, (endpoints, which) -> endpoints.set(which, wish, reason.by()));
    }
}
