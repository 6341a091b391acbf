package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.Keys.Whose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lets a key end at once, on all instances within a second, where another one counts.",
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  quittance key revoke --app-id my-shop 3b242b56a8b64274 --reason \"it was in a mail\""
        })
final class KeyRevokeCommand implements Runnable {
    @Mixin
    private WhoseKey whose = new WhoseKey();

    @Parameters(
            converter = Said.Fingerprint.class,
            paramLabel = "FINGERPRINT",
            description = "The key, by its fingerprint or how that begins.")
    private String fingerprint;

    @Mixin
    private ReasonNeeded reason;

    @Mixin
    private KeyWish wish = new KeyWish();

    @Override
    public void run() {
        Whose of = whose.said();
        if (of.kind().equals(Keys.BODY)) {
            throw whose.misused("A body key cannot be revoked, as what is encrypted with it could not be read any more"
                    + " (expected: 'quittance key retire --body FINGERPRINT')");
        }
        wish.put(keys -> keys.revoke(of, fingerprint, reason.by()), "Revoked.");
    }
}
