package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Audits.Span;
import io.quittance.domain.text.Bytes;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which orders are looked at: those made in some months. */
final class AuditSpan {
    @Option(
            names = "--since",
            paramLabel = "MONTH",
            description = "Only orders made in that month or later, as 2026-03.")
    private String since;

    @Option(names = "--until", paramLabel = "MONTH", description = "Only orders made in that month or earlier.")
    private String until;

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
