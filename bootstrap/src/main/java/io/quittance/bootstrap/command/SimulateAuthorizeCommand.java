package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.RemoteSimulations;
import io.quittance.bootstrap.management.Simulations;
import io.quittance.bootstrap.trouble.Trouble;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "authorize",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Authorizes an order at the simulator of the running service; the result is told by a signed"
                + " notification, and then to the merchant.",
        sortOptions = false,
        footer = {"", "Example:", "  quittance simulate authorize --out-trade-no P1642 --amount 100 --currency USD"})
final class SimulateAuthorizeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out-trade-no",
            converter = Said.TradeNo.class,
            required = true,
            paramLabel = "NO",
            description = "The merchant's number of the order, at most 64 characters.")
    private String outTradeNo;

    @Option(
            names = "--amount",
            converter = Said.Money.class,
            required = true,
            paramLabel = "AMOUNT",
            description = "How much, in major units.")
    private String amount;

    @Option(
            names = "--currency",
            converter = Said.CurrencyCode.class,
            required = true,
            paramLabel = "CODE",
            description = "Of ISO 4217, as USD.")
    private String currency;

    @Option(
            names = "--app-id",
            converter = Said.App.class,
            paramLabel = "ID",
            description = "Whose order; the demo merchant's unless given.")
    private String appId;

    @Option(
            names = "--status",
            converter = SaidOf.AuthorizationEnd.class,
            completionCandidates = Choices.AuthorizationEnds.class,
            paramLabel = "SUCCESS|FAILED|CLOSED",
            defaultValue = "SUCCESS",
            description = "How it ends; ${DEFAULT-VALUE} unless given.")
    private String status;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        try {
            Simulations.amount(amount, currency);
        } catch (Trouble e) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--amount': " + e.getMessage(), e);
        }
        String token = new RemoteSimulations(service.call())
                .authorize(Optional.ofNullable(appId), outTradeNo, amount, currency, status);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "The simulator authorizes " + outTradeNo + " as " + token + " and tells how it ended: " + status + ".");
        out.flush();
    }
}
