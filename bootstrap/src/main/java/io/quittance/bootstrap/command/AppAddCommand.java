package io.quittance.bootstrap.command;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.management.AppCard;
import io.quittance.bootstrap.management.AppForm;
import io.quittance.bootstrap.management.AppsWire;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Registers an app; effective within a second, without a restart.",
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  quittance app add --app-id 3b242b56a8b64274bcc37dac281120e3 \\",
            "      --merchant-no P01010114178824 --public-key keys/public-key.pem \\",
            "      --notify-url https://shop.example/notifications"
        })
final class AppAddCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--app-id",
            converter = Said.App.class,
            required = true,
            paramLabel = "ID",
            description = "The app's id, at most 64 characters.")
    private String appId;

    @Option(
            names = "--merchant-no",
            converter = Said.Merchant.class,
            required = true,
            paramLabel = "NO",
            description = "The merchant's number, at most 32 characters.")
    private String merchantNo;

    @Option(
            names = "--public-key",
            required = true,
            paramLabel = "FILE",
            description =
                    "The key that the app's requests verify with: RSA of 2048 bits or more, nobody else's; PEM, DER,"
                            + " one line of base64 or a certificate.")
    private Path publicKey;

    @Option(
            names = "--notify-url",
            converter = Said.Url.class,
            required = true,
            paramLabel = "URL",
            description = "Where its notifications go.")
    private String notifyUrl;

    @Option(
            names = "--payout-dialect",
            converter = SaidOf.Dialect.class,
            completionCandidates = Choices.Dialects.class,
            paramLabel = "v2|legacy",
            defaultValue = "v2",
            description = "In which form it is told of its payouts; ${DEFAULT-VALUE} unless given.")
    private String payoutDialect;

    @Option(
            names = "--hosts",
            split = ",",
            paramLabel = "HOST",
            description =
                    "On which hosts its requests may want to be told, beside that of --notify-url; '*' for any, none"
                            + " unless given.")
    private List<String> hosts;

    @ArgGroup(exclusive = false, heading = "Its account with PayerMax, all four or none:%n")
    private UpstreamOptions upstream;

    /** All four or none. */
    static final class UpstreamOptions {
        @Option(
                names = "--upstream-private-key",
                converter = Said.FileName.class,
                required = true,
                paramLabel = "FILE",
                description =
                        "What its requests upstream are signed with; a reference, as for 'key add', stands for what"
                                + " it names.")
        private String privateKey;

        @Option(
                names = "--upstream-public-key",
                required = true,
                paramLabel = "FILE",
                description = "PayerMax's key for this account.")
        private Path publicKey;

        @Option(
                names = "--upstream-app-id",
                converter = Said.App.class,
                required = true,
                paramLabel = "ID",
                description = "Its app id there.")
        private String appId;

        @Option(
                names = "--upstream-merchant-no",
                converter = Said.Merchant.class,
                required = true,
                paramLabel = "NO",
                description = "Its merchant number there.")
        private String merchantNo;

        private AppForm.Upstream read() {
            return new AppForm.Upstream(appId, merchantNo, KeyFiles.said(privateKey), KeyFiles.key(publicKey));
        }
    }

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public void run() {
        AppForm form = new AppForm(
                appId,
                merchantNo,
                KeyFiles.key(publicKey),
                notifyUrl,
                payoutDialect,
                Optional.ofNullable(upstream).map(UpstreamOptions::read),
                HostNames.read(spec, hosts).orElse(List.of()));
        AppCard card = service.apps(apps -> apps.add(form));
        boolean served =
                !service.accounts(accounts -> accounts.list(Optional.of(appId))).isEmpty();
        printed.print(
                spec,
                () -> AppsWire.write(card),
                AppPrint.one("Registered.", card).andThen(out -> warn(out, served)));
    }

    private static void warn(Lines out, boolean served) {
        if (!served) {
            out.say("It has no account with an acquirer, so whatever it asks for is refused; open one with"
                    + " 'quittance account add'.");
        }
    }
}
