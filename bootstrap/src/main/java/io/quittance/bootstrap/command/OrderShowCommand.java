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

    @Option(
            names = "--reason",
            converter = Said.Reason.class,
            paramLabel = "TEXT",
            description = "Why it must be seen unmasked.")
    private String reason;

    @Mixin
    private Person person;

    @Mixin
    private OrderPrint out;

    @Override
    public void run() {
        if (unmasked != (reason != null)) {
            throw new ParameterException(
                    spec.commandLine(), "What is unmasked needs a reason (expected: --unmasked --reason TEXT)");
        }
        Found found = order.find();
        found.one().ifPresentOrElse(this::show, () -> out.list(found.page()));
    }

    private void show(Order one) {
        out.story(order.service()
                .stories(stories -> unmasked
                        ? stories.reveal(one.kind(), one.number(), reason, person.name())
                        : stories.tell(one.kind(), one.number())));
    }
}
