package io.quittance.bootstrap.management;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.application.merchant.Merchants;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.AmountText;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.simulator.SimulatorAuthorizations;
import io.quittance.http.simulator.SimulatorAuthorizations.Status;
import io.quittance.http.simulator.SimulatorDesk;
import java.util.Optional;

/** What a person can let happen at the simulator. */
public final class Simulations {
    private final Optional<SimulatorAuthorizations> authorizations;
    private final Optional<String> demoApp;
    private final Merchants merchants;
    private final Accounts accounts;

    /**
     * @param authorizations empty unless the simulator settles
     * @param demoApp whose authorization it is where nobody says
     */
    public Simulations(
            Optional<SimulatorAuthorizations> authorizations,
            Optional<String> demoApp,
            Merchants merchants,
            Accounts accounts) {
        this.authorizations = authorizations;
        this.demoApp = demoApp;
        this.merchants = merchants;
        this.accounts = accounts;
    }

    /** An authorization as a person asks for it, as text. @param appId empty for the demo merchant */
    record Form(Optional<String> appId, String outTradeNo, String amount, String currency, String status) {}

    /**
     * @return the simulator's number of it
     * @throws Trouble if the simulator does not settle, or something in the form is wrong
     */
    TradeToken authorize(Form form) {
        SimulatorAuthorizations simulator = authorizations.orElseThrow(() -> new Trouble(
                "This service settles with PayerMax, where only a payer can make authorizations; start it with"
                        + " QUITTANCE_UPSTREAM=simulator to simulate one."));
        Holder holder = holder(form.appId().or(() -> demoApp).orElse(""));
        OutTradeNo order = order(form.outTradeNo());
        Money amount = amount(form.amount(), form.currency());
        return simulator
                .authorize(holder, order, amount, status(form.status()))
                .orElseThrow(() -> new Trouble("The order " + ProtocolText.excerpt(order.value())
                        + " was authorized before, in another way; choose another number."));
    }

    /** Payers pay at the oldest of a merchant's accounts with the simulator. */
    private Holder holder(String appId) {
        Merchant merchant = merchant(appId);
        return accounts.byMerchant(merchant.id()).stream()
                .filter(account -> account.acquirer().equals(SimulatorDesk.SIMULATOR))
                .findFirst()
                .map(account -> new Holder(merchant, account))
                .orElseThrow(() ->
                        new Trouble("The app " + ProtocolText.excerpt(appId) + " has no account with the simulator."));
    }

    private Merchant merchant(String appId) {
        return new RegisteredMerchants(merchants).named(appId);
    }

    private static OutTradeNo order(String text) {
        try {
            return new OutTradeNo(text);
        } catch (IllegalArgumentException e) {
            throw new Trouble("The out-trade-no cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** @throws Trouble if nobody can pay that */
    public static Money amount(String amount, String currency) {
        Currency known = Currency.of(currency)
                .orElseThrow(() -> new Trouble("currency is '" + ProtocolText.excerpt(currency)
                        + "' (expected: a code of ISO 4217, as USD)."));
        return AmountText.of(amount)
                .map(AmountText::value)
                .filter(Money::fits)
                .map(value -> new Money(value, known))
                .filter(Money::payable)
                .orElseThrow(() -> new Trouble("amount is '" + ProtocolText.excerpt(amount) + "' (expected: "
                        + AmountText.EXPECTED + ", above zero, with at most " + known.decimals() + " decimals)."));
    }

    private static Status status(String text) {
        return switch (text) {
            case "SUCCESS" -> Status.SUCCESS;
            case "FAILED" -> Status.FAILED;
            case "CLOSED" -> Status.CLOSED;
            default ->
                throw new Trouble(
                        "status is '" + ProtocolText.excerpt(text) + "' (expected: SUCCESS, FAILED or CLOSED).");
        };
    }
}
