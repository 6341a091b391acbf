package io.quittance.bootstrap.command;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.Keys.Whose;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Keeps a private key at another place: one of the gateway's that was added, or ours of an account.",
            "It has to be the same key, and goes on signing. With a reference every instance has to find it there, so"
                + " put it there first; with a FILE its content is kept in the database, encrypted with the body key."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance key move --gateway 3b242b56a8b64274 'pkcs11:/etc/quittance/token.cfg#new;password=env:PIN'",
            "  quittance key move --account 3 91aa0c6df8e3b0c4 env:ACCOUNT_KEY"
        })
final class KeyMoveCommand implements Runnable {
    @Mixin
    private WhoseKey whose = new WhoseKey();

    @Parameters(
            converter = Said.Fingerprint.class,
            index = "0",
            paramLabel = "FINGERPRINT",
            description = "The key, by its fingerprint or how that begins.")
    private String fingerprint;

    @Parameters(
            converter = Said.FileName.class,
            index = "1",
            paramLabel = "WHERE",
            description = "A reference to the private key, as of 'quittance key add', or a file with it.")
    private String where;

    @Mixin
    private ReasonIfSaid reason;

    @Mixin
    private KeyWish wish = new KeyWish();

    @Override
    public void run() {
        Whose of = whose.said();
        if (!Set.of(Keys.GATEWAY, Keys.ACCOUNT).contains(of.kind())) {
            throw whose.misused("What an app signs with is not here, and body keys stay in their files (expected:"
                    + " --gateway or --account NO)");
        }
        String text = KeyFiles.said(where);
        wish.put(keys -> keys.move(of, fingerprint, text, reason.by()), "Moved.");
    }
}
