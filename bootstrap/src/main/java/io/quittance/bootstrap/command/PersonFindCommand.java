package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.PersonPage;
import io.quittance.bootstrap.management.PersonPage.Found;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.Counted;
import io.quittance.http.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Finds the orders in whose stories a field is that value: a name, an account number, an address, whatever"
                    + " tells who somebody is. The case of letters does not matter.",
            "All of it is encrypted, so every story is read: some minutes for a million. Nothing is changed."
        },
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all stories were read",
            "1:some could not be read, so somebody may be named in there; or it could not be done",
            "2:the command makes no sense"
        },
        footer = {
            "",
            "Examples:",
            "  quittance person find payee@example.com --since 2026-10",
            "  echo 4111... | quittance person find -"
        })
final class PersonFindCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            converter = Said.Value.class,
            paramLabel = "VALUE",
            description = "What a field is; \"-\" for standard input, as a command line is seen by others.")
    private String value;

    @Mixin
    private AuditSpan span;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public Integer call() {
        span.check();
        String wanted = value.equals("-") ? input() : value;
        List<Found.Order> orders = new ArrayList<>();
        AtomicLong rows = new AtomicLong();
        AtomicLong unreadable = new AtomicLong();
        service.persons(persons -> {
            span.each(one -> persons.find(one, wanted), page -> {
                Found part = PersonPage.found(page);
                orders.addAll(part.orders());
                rows.addAndGet(part.rows());
                unreadable.addAndGet(part.unreadable());
                return part.behind();
            });
            return true;
        });
        print(orders, rows.get(), unreadable.get());
        return unreadable.get() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String input() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new Trouble("Standard input cannot be read.", e);
        }
    }

    private void print(List<Found.Order> orders, long rows, long unreadable) {
        PrintWriter out = spec.commandLine().getOut();
        if (printed.isJson()) {
            Bytes all = JsonWriter.object(o -> o.array(
                            "orders",
                            orders,
                            (one, order) -> one.text("kind", order.kind()).text("number", order.number()))
                    .number("rows", Long.toString(rows))
                    .number("unreadable", Long.toString(unreadable)));
            out.println(all.asUtf8());
        } else {
            orders.forEach(one -> out.println(one.kind() + " " + one.number()));
            spec.commandLine().getErr().println(words(orders.size(), rows, unreadable));
            spec.commandLine().getErr().flush();
        }
        out.flush();
    }

    private static String words(int orders, long rows, long unreadable) {
        String found = "Named in " + Counted.of(orders, "order") + "; " + Counted.of(rows, "row") + " read";
        return unreadable == 0
                ? found + "."
                : found + ", " + Counted.of(unreadable, "row") + " could not be read: see 'quittance audit verify'.";
    }
}
