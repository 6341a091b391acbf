package io.quittance.persistence.authorization;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.persistence.database.Cells;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** One row of the table {@code order_hold}; {@code known} is empty where only the lock is needed. */
record OrderHoldRow(long merchantId, String outTradeNo, Optional<String> tradeToken, Optional<Known> known) {
    static final String COLUMNS =
            "merchant_id, out_trade_no, account_id, trade_token, amount, currency, authorized_at, hold";

    /** What is null together until an authorization was told. */
    record Known(long accountId, BigDecimal amount, String currency, Instant authorizedAt, String hold) {}

    static OrderHoldRow of(Authorization authorization) {
        return new OrderHoldRow(
                authorization.merchant().value(),
                authorization.order().value(),
                authorization.token().map(TradeToken::value),
                Optional.of(new Known(
                        authorization.account().value(),
                        authorization.authorized().amount(),
                        authorization.authorized().currency().code(),
                        authorization.authorizedAt(),
                        authorization.hold().name())));
    }

    static OrderHoldRow read(Cells cells) throws SQLException {
        Optional<String> hold = cells.maybeText("hold");
        return new OrderHoldRow(
                cells.whole("merchant_id"),
                cells.identifier("out_trade_no"),
                cells.maybeIdentifier("trade_token"),
                hold.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Known(
                                cells.whole("account_id"),
                                cells.decimal("amount"),
                                cells.text("currency"),
                                cells.instant("authorized_at"),
                                hold.get())));
    }

    Optional<Authorization> toAuthorization() {
        return known.map(held -> new Authorization(
                new MerchantId(merchantId),
                new AccountId(held.accountId()),
                new OutTradeNo(outTradeNo),
                tradeToken.map(TradeToken::new),
                new Money(held.amount(), new Currency(held.currency())),
                held.authorizedAt(),
                Hold.valueOf(held.hold())));
    }
}
