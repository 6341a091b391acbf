package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppAccounts.RouteForm;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which orders a route is for; without any of these, all. */
final class RouteOptions {
    @Option(
            names = "--service",
            converter = SaidOf.Service.class,
            completionCandidates = Choices.Services.class,
            paramLabel = "KIND",
            description = "capture, cancel, payout, payment-link or relay (APIs that are passed on).")
    private String service;

    @Option(
            names = "--currency",
            converter = Said.CurrencyCode.class,
            paramLabel = "CODE",
            description = "Their currency, as USD; of captures, payouts and links.")
    private String currency;

    @Option(
            names = "--country",
            converter = Said.CountryCode.class,
            paramLabel = "CODE",
            description = "Their country, as ID; of payouts and links.")
    private String country;

    RouteForm form() {
        return new RouteForm(Optional.ofNullable(service), Optional.ofNullable(currency), Optional.ofNullable(country));
    }
}
