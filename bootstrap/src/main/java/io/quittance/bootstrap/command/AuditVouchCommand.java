package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AuditPage;
import io.quittance.bootstrap.management.AuditPage.Vouched;
import io.quittance.domain.text.Counted;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "vouch",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Seals rows that an older version wrote without a seal, as they are found. Each order's journal tells who"
                    + " vouched for them and why.",
            "Once, after the last instance of the older version has ended: whatever is without a seal later was"
                    + " inserted. The second call finds nothing."
        },
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all rows are sealed",
            "1:some orders are damaged otherwise and were left alone, or it could not be done",
            "2:the command makes no sense"
        },
        footer = {"", "Example:", "  quittance audit vouch --reason \"update to 1.1 of 2026-11-27\""})
final class AuditVouchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private AuditSpan span;

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

    @Override
    public Integer call() {
        span.check();
        PrintWriter out = spec.commandLine().getOut();
        AtomicLong orders = new AtomicLong();
        AtomicLong rows = new AtomicLong();
        AtomicLong damaged = new AtomicLong();
        service.audits(audits -> {
            span.each(one -> audits.vouch(one, reason, person.name()), page -> {
                Vouched part = AuditPage.vouched(page);
                orders.addAndGet(part.orders().size());
                rows.addAndGet(part.rows());
                damaged.addAndGet(part.damages().size());
                part.damages().forEach(one -> out.println(AuditFindings.line(one)));
                return part.behind();
            });
            return true;
        });
        out.println("Sealed " + Counted.of(rows.get(), "row") + " of " + Counted.of(orders.get(), "order")
                + (damaged.get() == 0
                        ? "."
                        : "; "
                                + Counted.of(
                                        damaged.get(), "damaged order was left alone", "damaged orders were left alone")
                                + "."));
        out.flush();
        return damaged.get() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
