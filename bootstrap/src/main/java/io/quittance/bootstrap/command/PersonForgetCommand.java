package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Persons;
import io.quittance.bootstrap.management.Repairs.By;
import io.quittance.bootstrap.management.StoryPage.Order;
import io.quittance.bootstrap.trouble.Trouble;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Removes from orders that have ended what they hold of persons: all that was sent and received, and payee,"
                + " payer and texts. Amounts, states, times and the lines of their stories stay, and so do the seals.",
            "It cannot be taken back, and what was told can be told no more. Backups that were made before still hold"
                    + " it."
        },
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing of persons is left in any of them",
            "1:some were left as they are: standard error says why",
            "2:the command makes no sense"
        },
        footer = {
            "",
            "Examples:",
            "  quittance person forget wage_8 --reason \"their request of 2026-11-27\"",
            "  quittance person find payee@example.com | cut -d' ' -f2 \\",
            "    | xargs quittance person forget --reason \"their request of 2026-11-27\""
        })
final class PersonForgetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            converter = Said.Number.class,
            paramLabel = "ID",
            arity = "1..*",
            description = "Any number of each order: ours, the merchant's or upstream's.")
    private List<String> ids;

    @Option(
            names = "--reason",
            converter = Said.Reason.class,
            required = true,
            paramLabel = "TEXT",
            description = "Why, for whoever reads the stories.")
    private String reason;

    @Mixin
    private Person person;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    /** None is touched if one of the names is nobody's, or more than one order's. */
    @Override
    public Integer call() {
        Set<Order> orders = new LinkedHashSet<>();
        ids.forEach(id -> orders.add(NamedOrder.one(service, id)));
        long left = service.persons(persons ->
                orders.stream().filter(order -> !forget(persons, order)).count());
        return left == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean forget(Persons persons, Order order) {
        PrintWriter out = spec.commandLine().getOut();
        String which = order.kind() + " " + order.number();
        try {
            boolean changed = persons.forget(new By(order.kind(), order.number(), reason, person.name()))
                    .changed();
            out.println(which + (changed ? ": forgotten." : ": there was nothing to forget."));
            out.flush();
            return true;
        } catch (Trouble e) {
            spec.commandLine().getErr().println(e.getMessage());
            spec.commandLine().getErr().flush();
            return false;
        }
    }
}
