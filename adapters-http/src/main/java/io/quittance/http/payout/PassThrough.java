package io.quittance.http.payout;

import io.quittance.application.account.Holder;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;

/** Asks upstream something that moves nothing, while the caller waits; at most 8 s, and no transaction is open. */
@FunctionalInterface
public interface PassThrough {
    /**
     * @param api the name of the call
     * @param data as the merchant sent it
     * @return the whole body of our answer: upstream's words, {@code REQUEST_TIMEOUT} if it said nothing in time
     */
    Bytes ask(Holder holder, String api, Json.Obj data);
}
