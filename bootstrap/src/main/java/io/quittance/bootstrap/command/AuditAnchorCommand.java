package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AuditPage;
import io.quittance.bootstrap.management.AuditPage.Anchors;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "anchor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Prints a line for each order: how far its story has come. Kept where nobody who writes to the database can"
                    + " write, it shows later that nothing up to there was taken away.",
            "It tells neither what happened nor anything that helps to forge. See 'quittance audit verify --anchors'."
        },
        sortOptions = false,
        footer = {"", "Example:", "  quittance audit anchor --since 2026-10 > anchors-2026-11-27"})
final class AuditAnchorCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private AuditSpan span;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        span.check();
        PrintWriter out = spec.commandLine().getOut();
        service.audits(audits -> {
            span.each(audits::anchors, page -> {
                Anchors part = AuditPage.anchors(page);
                part.lines().forEach(out::println);
                return part.behind();
            });
            return true;
        });
        out.flush();
    }
}
