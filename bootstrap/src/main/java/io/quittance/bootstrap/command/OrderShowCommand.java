package io.quittance.bootstrap.command;

import io.quittance.bootstrap.command.NamedOrder.Found;
import io.quittance.bootstrap.management.StoryPage.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Mixin
    private NamedOrder order;

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
        Found found = order.find();
        found.one().ifPresentOrElse(this::show, () -> OrderPrint.list(spec, found.page(), json));
    }

    private void show(Order one) {
        OrderPrint.story(
                spec,
                ServiceAccess.stories(stories -> unmasked
                        ? stories.reveal(one.kind(), one.number(), reason, person)
                        : stories.tell(one.kind(), one.number())),
                json);
    }
}
