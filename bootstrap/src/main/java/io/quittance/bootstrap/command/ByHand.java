package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Repairs;
import io.quittance.bootstrap.management.Repairs.By;
import io.quittance.bootstrap.management.Repairs.Done;
import io.quittance.bootstrap.management.StoryPage.Order;
import java.io.PrintWriter;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Who does something to an order by hand, and why. */
final class ByHand {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private NamedOrder order;

    @Option(
            names = "--reason",
            converter = Said.Reason.class,
            required = true,
            paramLabel = "TEXT",
            description = "Why, for whoever reads its story.")
    private String reason;

    @Mixin
    private Person person;

    /** Does it to the one order that is meant, and prints what came of it. */
    void perform(String done, String nothing, BiFunction<Repairs, By, Done> repair) {
        Order one = order.one();
        By by = new By(one.kind(), one.number(), reason, person.name());
        Done outcome = order.service().repairs(repairs -> repair.apply(repairs, by));
        PrintWriter out = spec.commandLine().getOut();
        out.println(outcome.changed() ? done : nothing);
        if (outcome.changed()) {
            order.service().notYet().ifPresent(out::println);
        }
        out.println("See 'quittance order show " + one.number() + "'.");
        out.flush();
    }
}
