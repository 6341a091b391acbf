package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Keys.KeyCard;
import io.quittance.bootstrap.management.Keys.Whose;
import io.quittance.bootstrap.management.KeysWire;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists keys by the beginnings of their fingerprints: while each counts, when it was last used, and of our"
                    + " private keys where each is kept.",
            "Without an option all of them, also the gateway's own."
        },
        footer = {"", "Example:", "  quittance key list --app-id my-shop"})
final class KeyListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private WhoseKey whose = new WhoseKey();

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public void run() {
        Optional<Whose> of = whose.ifSaid();
        List<KeyCard> cards = service.keys(keys -> keys.list(of.map(Whose::kind), of.flatMap(Whose::name)));
        printed.print(spec, () -> KeysWire.write(cards), KeyPrint.all(cards));
    }
}
