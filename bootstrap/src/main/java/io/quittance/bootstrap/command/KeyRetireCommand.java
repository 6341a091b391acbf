package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.Keys.Whose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "retire",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lets a key end at a time to come, where another one counts then.",
            "Of a body key, what is encrypted with it is encrypted again, while all goes on; then it is free."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance key retire --app-id my-shop 3b242b56a8b64274 --until 7d",
            "  quittance key retire --body a5b3e0a8a2478a61"
        })
final class KeyRetireCommand implements Runnable {
    @Mixin
    private WhoseKey whose = new WhoseKey();

    @Parameters(
            converter = Said.Fingerprint.class,
            paramLabel = "FINGERPRINT",
            description = "The key, by its fingerprint or how that begins.")
    private String fingerprint;

    @Option(
            names = "--until",
            converter = Said.TimeOrAge.class,
            paramLabel = "TIME",
            description = "Until when it counts: a time, or a span from now on as 24h. Needed of all but body keys.")
    private String until;

    @Mixin
    private ReasonIfSaid reason;

    @Mixin
    private KeyWish wish = new KeyWish();

    @Override
    public void run() {
        Whose of = whose.said();
        boolean body = of.kind().equals(Keys.BODY);
        if (body == (until != null)) {
            throw whose.misused(
                    body
                            ? "A body key ends when nothing is encrypted with it any more (expected: no --until)"
                            : "Until when is it to count? (expected: --until TIME)");
        }
        wish.put(
                keys -> body
                        ? keys.retire(of, fingerprint, reason.by())
                        : keys.retire(of, fingerprint, until, reason.by()),
                "Retired.");
    }
}
