package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AccountsWire;
import io.quittance.bootstrap.management.AppAccounts.AccountCard;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Opens an account of an app with an acquirer; effective within a second, without a restart.",
            "PayerMax wants app-id, merchant-no, private-key and public-key; the simulator app-id and merchant-no.",
            "A private-key by --setting may be a reference, as for 'key add': it is kept instead of the key."
        },
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  quittance account add --app-id 3b24... --acquirer payermax \\",
            "      --setting app-id=8f8b... --setting merchant-no=P01010114178824 \\",
            "      --setting-file private-key=upstream/private-key.pem \\",
            "      --setting-file public-key=upstream/payermax.pem"
        })
final class AccountAddCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--app-id",
            converter = Said.App.class,
            required = true,
            paramLabel = "ID",
            description = "Whose account it is.")
    private String appId;

    @Option(
            names = "--acquirer",
            converter = Said.Number.class,
            required = true,
            completionCandidates = Choices.AcquirerNames.class,
            paramLabel = "NAME",
            description = "With whom, as payermax.")
    private String acquirer;

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public void run() {
        Map<String, String> all = settings.read();
        AccountCard card = service.accounts(accounts -> accounts.open(appId, acquirer, all));
        printed.print(spec, () -> AccountsWire.write(card), AccountPrint.one("Opened.", card));
    }
}
