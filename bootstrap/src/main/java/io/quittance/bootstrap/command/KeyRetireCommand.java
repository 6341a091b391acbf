package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Keys.Whose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "retire",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lets a key end at a time to come, where another one counts then.",
        sortOptions = false,
        footer = {"", "Example:", "  quittance key retire --app-id my-shop 3b242b56a8b64274 --until 7d"})
final class KeyRetireCommand implements Runnable {
    @Mixin
    private WhoseKey whose = new WhoseKey();

    @Parameters(paramLabel = "FINGERPRINT", description = "The key, by its fingerprint or how that begins.")
    private String fingerprint;

    @Option(
            names = "--until",
            required = true,
            paramLabel = "TIME",
            description = "Until when it counts: a time, or a span from now on as 24h.")
    private String until;

    @Mixin
    private ReasonIfSaid reason;

    @Mixin
    private KeyWish wish = new KeyWish();

    @Override
    public void run() {
        Whose of = whose.said();
        wish.put(keys -> keys.retire(of, fingerprint, until, reason.by()), "Retired.");
    }
}
