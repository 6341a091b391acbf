package io.quittance.bootstrap.command;

import io.quittance.bootstrap.command.NamedOrder.Found;
import io.quittance.bootstrap.management.AuditPage;
import io.quittance.bootstrap.management.AuditPage.Part;
import io.quittance.bootstrap.management.Audits;
import io.quittance.bootstrap.trouble.Trouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Follows the seals of all rows, and names the first row of each order that was changed, removed or inserted"
                    + " by hand. Changes nothing, and may run while the service works.",
            "With anchors that were kept outside the database, it also finds orders that were set back or removed"
                    + " whole."
        },
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all is as it was written",
            "1:something is damaged, or it could not be verified",
            "2:the command makes no sense"
        },
        footer = {
            "",
            "Examples:",
            "  quittance audit verify --since 2026-10",
            "  quittance audit verify --order order-1",
            "  quittance audit verify --anchors anchors-2026-11-27"
        })
final class AuditVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private AuditSpan span;

    @Option(
            names = "--order",
            converter = Said.Number.class,
            paramLabel = "ID",
            description = "Only the order that is called so, by any of its numbers.")
    private String order;

    @Option(
            names = "--anchors",
            paramLabel = "FILE",
            description = "Also compares each order with what 'audit anchor' wrote of it.")
    private Path anchors;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public Integer call() {
        span.check();
        if (order != null && (anchors != null || !span.isAll())) {
            throw new ParameterException(
                    spec.commandLine(), "One order has neither months nor anchors (expected: --order ID alone)");
        }
        AuditFindings findings = new AuditFindings(spec.commandLine().getOut(), printed.isJson());
        if (order != null) {
            verifyOrder(findings);
        } else {
            service.audits(audits -> verifyAll(audits, findings));
        }
        return findings.end() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void verifyOrder(AuditFindings findings) {
        Found found = NamedOrder.find(service, order);
        service.audits(audits -> {
            found.orders().forEach(one -> findings.add(AuditPage.part(audits.verify(one.kind(), one.number()))));
            return true;
        });
    }

    private boolean verifyAll(Audits audits, AuditFindings findings) {
        span.each(audits::verify, page -> {
            Part part = AuditPage.part(page);
            findings.add(part);
            return part.behind();
        });
        if (anchors != null) {
            compare(audits, findings);
        }
        return true;
    }

    /** What is read again for its anchor was counted before. */
    private void compare(Audits audits, AuditFindings findings) {
        long compared = 0;
        try (BufferedReader lines = Files.newBufferedReader(anchors)) {
            List<String> some = new ArrayList<>();
            String line = lines.readLine();
            while (line != null) {
                if (isMeant(line)) {
                    some.add(line);
                }
                line = lines.readLine();
                if (some.size() == Audits.MOST_ANCHORS || line == null && !some.isEmpty()) {
                    Part part = AuditPage.part(audits.compare(some));
                    findings.add(new Part(0, 0, part.damages(), part.behind()));
                    compared += some.size();
                    some.clear();
                }
            }
        } catch (IOException e) {
            throw new Trouble("The file " + anchors + " with the anchors cannot be read.", e);
        }
        if (compared == 0) {
            throw new Trouble("The file " + anchors
                    + " holds no anchor of these months (expected: what 'quittance audit" + " anchor' has printed).");
        }
        findings.compared(compared);
    }

    /** What is no anchor is meant, too, and refused by whoever reads it. */
    private boolean isMeant(String line) {
        String[] parts = line.split(" ");
        return parts.length < 3 || !parts[2].matches("[0-9]{6}") || span.contains(parts[2]);
    }
}
