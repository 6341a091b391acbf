package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.ReplayJson;
import io.quittance.bootstrap.management.Replays;
import io.quittance.bootstrap.management.Replays.Difference;
import io.quittance.bootstrap.management.Replays.Page;
import io.quittance.bootstrap.management.Replays.Wish;
import io.quittance.domain.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads what upstream has told of orders anew, by the readers and rules of this build, and lists what would"
                    + " now be decided otherwise. Changes nothing. Where a service runs, it is that service's build.",
            "Exits with 1 if anything would."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance replay --since 2026-11-01T00:00:00Z",
            "  quittance replay --since 2026-11-01T00:00:00Z --kind payout"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final String WHY_NOT =
            ": of another acquirer, adopted by a person, not clear from the journal, or behind such a one.";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--since",
            converter = Said.Time.class,
            required = true,
            paramLabel = "TIME",
            description = "Only orders made then or later, as 2026-11-01T00:00:00Z.")
    private String since;

    @Option(
            names = "--kind",
            converter = SaidOf.Kind.class,
            completionCandidates = Choices.Kinds.class,
            paramLabel = "KIND",
            description = "Only orders of that kind; all kinds unless told so.")
    private String kind;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public Integer call() {
        Page all = service.replays(this::all);
        printed.print(spec, () -> ReplayJson.written(all), out -> tell(out, all));
        return all.differences().isEmpty() ? 0 : 1;
    }

    private static void tell(Lines out, Page all) {
        all.differences().forEach(one -> {
            String row = one.row() == 0 ? "made at " : "row " + one.row() + " of ";
            out.say(one.kind() + " " + one.number() + ", " + row + one.at());
            out.say("  then  " + one.then());
            out.say("  now   " + one.now());
        });
        out.say("%s, %s decided anew%s"
                .formatted(
                        Counted.of(all.orders(), "order"),
                        Counted.of(all.messages(), "message"),
                        all.skipped() == 0 ? "." : ", " + all.skipped() + " not" + WHY_NOT));
        out.say(
                all.differences().isEmpty()
                        ? "Nothing would be decided otherwise."
                        : all.differences().size() + " would be decided otherwise.");
    }

    /** Page by page: whatever there is, the service is asked for little at a time. */
    private Page all(Replays replays) {
        if (kind != null && !replays.kinds().contains(kind)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--kind': '" + kind + "', of which no message decides anything (expected:"
                            + " one of " + String.join(", ", replays.kinds()) + ")");
        }
        int orders = 0;
        int messages = 0;
        int skipped = 0;
        List<Difference> differences = new ArrayList<>();
        for (String one : kind == null ? replays.kinds() : List.of(kind)) {
            Optional<String> behind = Optional.empty();
            do {
                Page page = replays.replay(new Wish(one, since, behind, Replays.MOST));
                orders += page.orders();
                messages += page.messages();
                skipped += page.skipped();
                differences.addAll(page.differences());
                behind = page.behind();
            } while (behind.isPresent());
        }
        return new Page(orders, messages, skipped, differences, Optional.empty());
    }
}
