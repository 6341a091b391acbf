package io.quittance.application.authorization;

import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Operations;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import java.util.Optional;

/** What is known of authorized orders, and the lock under which captures and cancels of one order begin and end. */
public interface Authorizations {
    /**
     * Until the end of the transaction nobody else gets that order, whether it is known to be authorized or not.
     *
     * @return what is known of its authorization
     */
    Optional<Authorization> lock(MerchantId merchant, OutTradeNo order);

    /** Keeps what is known of an order that the caller has locked. */
    void keep(Authorization known);

    Optional<Authorization> find(MerchantId merchant, OutTradeNo order);

    /** All captures and cancels of that order, whoever made them. Exact for whoever has locked it. */
    Operations operations(Authorization of);
}
