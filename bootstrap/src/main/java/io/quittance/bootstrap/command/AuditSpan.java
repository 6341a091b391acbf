package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Audits.Span;
import io.quittance.domain.text.Bytes;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which orders are looked at: those made in some months. */
final class AuditSpan {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--since",
            converter = Said.Month.class,
            paramLabel = "MONTH",
            description = "Only orders made in that month or later, as 2026-03.")
    private String since;

    @Option(
            names = "--until",
            converter = Said.Month.class,
            paramLabel = "MONTH",
            description = "Only orders made in that month or earlier.")
    private String until;

    /** @throws ParameterException if no month can be in it */
    void check() {
        if (since != null && until != null && since.compareTo(until) > 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "No month is since " + since + " and until " + until + " (expected: --until that month or a later"
                            + " one)");
        }
    }

    /** Asks for part after part. @param next reads an answer, and tells where the next part begins */
    void each(Function<Span, Bytes> part, Function<Bytes, Optional<String>> next) {
        Span first = new Span(Optional.ofNullable(since), Optional.ofNullable(until), Optional.empty());
        Optional<Span> span = Optional.of(first);
        while (span.isPresent()) {
            span = next.apply(part.apply(span.get())).map(first::behind);
        }
    }

    /** Whether an order of that month, as 202603, is among them. */
    boolean contains(String month) {
        String written = month.substring(0, 4) + "-" + month.substring(4);
        return (since == null || since.compareTo(written) <= 0) && (until == null || until.compareTo(written) >= 0);
    }

    boolean isAll() {
        return since == null && until == null;
    }
}
