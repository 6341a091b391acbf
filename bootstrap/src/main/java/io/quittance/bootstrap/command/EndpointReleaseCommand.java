package io.quittance.bootstrap.command;

import io.quittance.domain.text.Counted;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Tells one of an app's endpoints again what it is owed, first what has collected: here at once, at the"
                    + " other instances within two seconds. What was parked of it is told as well.",
            "With a rate, so much in a second at most, by all instances together, until it is released without one."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance endpoint release 3b24... --reason \"they have moved\"",
            "  quittance endpoint release 3b24... --rate 200 --reason \"slowly at first\""
        })
final class EndpointReleaseCommand implements Runnable {
    @Mixin
    private NamedPlace place;

    @Option(
            names = "--rate",
            converter = PlainValues.Rate.class,
            paramLabel = "N",
            description = "At most so many messages a second, 1 to 10000.")
    private Integer rate;

    @Mixin
    private ReasonNeeded reason;

    @Override
    public void run() {
        place.change(
                rate == null ? "Released." : "Released, at " + Counted.of(rate, "message") + " a second.",
                rate == null ? "Nothing changed: it is not held." : "Nothing changed: it has that rate already.",
                (endpoints, which) -> endpoints.release(which, Optional.ofNullable(rate), reason.by()));
    }
}
