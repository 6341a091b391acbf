package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Keys.Outcome;
import io.quittance.bootstrap.management.Keys.Whose;
import io.quittance.bootstrap.management.KeysWire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
    @Spec
    private CommandSpec spec;

    @Mixin
    private WhoseKey whose = new WhoseKey();

    @Parameters(paramLabel = "FINGERPRINT", description = "The key, by its fingerprint or how that begins.")
    private String fingerprint;

    @Mixin
    private ReasonNeeded reason;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public void run() {
        Whose of = whose.said();
        Outcome outcome = service.keys(keys -> keys.revoke(of, fingerprint, reason.by()));
        printed.print(spec, () -> KeysWire.write(outcome), KeyPrint.outcome(outcome, "Revoked."));
    }
}
