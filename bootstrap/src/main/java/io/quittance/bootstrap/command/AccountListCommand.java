package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AccountsWire;
import io.quittance.bootstrap.management.AppAccounts.AccountCard;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Lists accounts, what their acquirers serve in the running service, and the routes that lead to them.",
        footer = {"", "Example:", "  quittance account list --app-id 3b242b56a8b64274bcc37dac281120e3"})
final class AccountListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--app-id", converter = Said.App.class, paramLabel = "ID", description = "Only those of this app.")
    private String appId;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public void run() {
        List<AccountCard> cards = service.accounts(accounts -> accounts.list(Optional.ofNullable(appId)));
        printed.print(spec, () -> AccountsWire.write(cards), AccountPrint.all(cards));
    }
}
