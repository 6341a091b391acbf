package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Repairs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Asks upstream now how an order stands, or passes it on now, whatever was to be done later; what was set"
                    + " aside is taken up again.",
            "Where upstream has no question for it, nothing is asked."
        },
        sortOptions = false,
        footer = {"", "Example:", "  quittance order ask order-1 --reason \"the bank says that it is paid\""})
final class OrderAskCommand implements Runnable {
    @Mixin
    private ByHand hand;

    @Override
    public void run() {
        hand.perform("Upstream is asked now.", "Nothing changed: it has ended already.", Repairs::ask);
    }
}
