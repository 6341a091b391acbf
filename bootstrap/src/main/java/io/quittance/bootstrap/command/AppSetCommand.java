package io.quittance.bootstrap.command;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.management.AppChange;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        description =
                "Changes what is registered of an app; effective within a second, without a restart. What it is owed"
                        + " already keeps its bytes.",
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  quittance app set --app-id 3b24... --payout-dialect legacy \\",
            "      --reason \"they have moved to the old form\""
        })
final class AppSetCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NamedApp app;

    @Option(
            names = "--merchant-no",
            converter = Said.Merchant.class,
            paramLabel = "NO",
            description = "The merchant's number, at most 32 characters.")
    private String merchantNo;

    @Option(
            names = "--payout-dialect",
            converter = SaidOf.Dialect.class,
            completionCandidates = Choices.Dialects.class,
            paramLabel = "v2|legacy",
            description = "In which form it is told of its payouts from now on.")
    private String payoutDialect;

    @Option(
            names = "--notify-url",
            converter = Said.Url.class,
            paramLabel = "URL",
            description = "Where its notifications go, also those that are owed already.")
    private String notifyUrl;

    @Option(
            names = "--hosts",
            split = ",",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "HOST",
            description =
                    "On which hosts its requests may want to be told, beside those of its registered addresses; '*'"
                            + " for any, without a value none.")
    private List<String> hosts;

    @Option(
            names = "--upstream-app-id",
            converter = Said.App.class,
            paramLabel = "ID",
            description = "Its app id with PayerMax.")
    private String upstreamAppId;

    @Option(
            names = "--upstream-merchant-no",
            converter = Said.Merchant.class,
            paramLabel = "NO",
            description = "Its merchant number there.")
    private String upstreamMerchantNo;

    @Option(
            names = "--upstream-private-key",
            converter = Said.FileName.class,
            paramLabel = "FILE",
            description = "What its requests there are signed with, in place of every earlier one; a reference, as for"
                    + " 'key add', stands for what it names.")
    private String upstreamPrivateKey;

    @Option(
            names = "--upstream-public-key",
            paramLabel = "FILE",
            description = "PayerMax's key for this account, in place of every earlier one.")
    private Path upstreamPublicKey;

    @Mixin
    private ReasonNeeded reason;

    @Override
    public void run() {
        AppChange change = new AppChange(
                Optional.ofNullable(merchantNo),
                Optional.ofNullable(notifyUrl),
                Optional.ofNullable(payoutDialect),
                Optional.empty(),
                upstream(),
                HostNames.read(spec, hosts));
        if (change.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "What is to change? (expected: --merchant-no, --payout-dialect, --notify-url, --hosts or one of"
                            + " --upstream-...)");
        }
        app.changed("Changed.", (apps, id) -> apps.change(id, change, reason.by()));
    }

    private Map<String, String> upstream() {
        Map<String, String> settings = new HashMap<>();
        Optional.ofNullable(upstreamAppId).ifPresent(id -> settings.put("app-id", id));
        Optional.ofNullable(upstreamMerchantNo).ifPresent(no -> settings.put("merchant-no", no));
        Optional.ofNullable(upstreamPrivateKey).ifPresent(key -> settings.put("private-key", KeyFiles.said(key)));
        Optional.ofNullable(upstreamPublicKey).ifPresent(file -> settings.put("public-key", KeyFiles.key(file)));
        return settings;
    }
}
