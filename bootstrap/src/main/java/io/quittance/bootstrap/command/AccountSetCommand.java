package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AccountsWire;
import io.quittance.bootstrap.management.AppAccounts;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Changes settings of an account; effective within a second, without a restart.",
            "Those that are not given stay as they are. A key takes the place of every earlier one of its sort.",
            "An account with PayerMax may also have tls-ca (in PEM, who alone is believed there), and tls-certificate"
                    + " and tls-key (what we show there); an empty --setting takes them away."
        },
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  quittance account set --account 2 \\",
            "      --setting-file public-key=upstream/payermax.pem --reason \"their new key\""
        })
final class AccountSetCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--account",
            converter = Said.Ordinal.class,
            required = true,
            paramLabel = "NO",
            description = "The account, by its number.")
    private String account;

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Mixin
    private ReasonNeeded reason;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public void run() {
        Map<String, String> all = settings.read();
        if (all.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "What is to change? (expected: --setting or --setting-file)");
        }
        AppAccounts.Changed outcome = service.accounts(accounts -> accounts.change(account, all, reason.by()));
        printed.print(
                spec,
                () -> AccountsWire.write(outcome),
                AccountPrint.one(outcome.changed() ? "Changed." : NamedApp.NOTHING, outcome.account()));
    }
}
