package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.StoryPage;
import io.quittance.bootstrap.management.StoryPage.Order;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Tells the story of an order: where it stands, what happens next, and all that happened, with every"
                    + " message.",
            "Several orders of that name are listed; each can be shown by our own number of it."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance order show order-1",
            "  quittance order show order-1 --unmasked --reason \"the bank asks for the payee, case 4711\""
        })
final class OrderShowCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Any number of it: ours, the merchant's or upstream's.")
    private String id;

    @Option(
            names = "--unmasked",
            description = "Shows names, cards and accounts as they are; that stands in the story from then on.")
    private boolean unmasked;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it must be seen unmasked.")
    private String reason;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who wants to see it; by default who runs this command.")
    private String person;

    @Option(names = "--json", description = "Prints the JSON of the management API.")
    private boolean json;

    @Override
    public void run() {
        if (unmasked != (reason != null)) {
            throw new ParameterException(
                    spec.commandLine(), "What is unmasked needs a reason (expected: --unmasked --reason TEXT)");
        }
        Bytes named = ServiceAccess.stories(stories -> stories.named(id));
        List<Order> found = StoryPage.orders(named);
        if (found.isEmpty()) {
            throw new Trouble(
                    "No order is called " + ProtocolText.excerpt(id) + " by us, by a merchant or by upstream.");
        }
        found.stream()
                .filter(order -> order.number().equals(id))
                .findFirst()
                .or(() -> found.size() == 1 ? found.stream().findFirst() : Optional.empty())
                .ifPresentOrElse(this::show, () -> OrderPrint.list(spec, named, json));
    }

    private void show(Order order) {
        OrderPrint.story(
                spec,
                ServiceAccess.stories(stories -> unmasked
                        ? stories.reveal(order.kind(), order.number(), reason, person)
                        : stories.tell(order.kind(), order.number())),
                json);
    }
}
