package io.quittance.http.payout;

import io.quittance.application.account.Holder;
import io.quittance.application.account.Routing;
import io.quittance.application.account.Serving;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Service;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Country;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.NotServed;
import io.quittance.http.json.Json;
import io.quittance.http.wire.Refusal;
import java.util.Optional;

/**
 * Passes on what moves nothing, to the acquirer that would pay out for that merchant. Where a merchant pays out through
 * several accounts, that is the one which its rules name for the country alone.
 */
public final class PassOn {
    private final Serving<PassThrough> upstream;
    private final Routing routing;

    public PassOn(Serving<PassThrough> upstream, Routing routing) {
        this.upstream = upstream;
        this.routing = routing;
    }

    /**
     * @return the whole body of our answer, as {@link PassThrough#ask}
     * @throws Refusal where nobody answers such questions
     */
    Bytes ask(Merchant caller, String api, Json.Obj data) throws Refusal {
        return routing.pick(caller, new Route.Order(Service.PAYOUT, Optional.empty(), country(data)))
                .flatMap(account -> upstream.by(account.acquirer())
                        .map(acquirer -> acquirer.ask(new Holder(caller, account), api, data)))
                .orElseThrow(() -> NotServed.refusal(Service.PAYOUT));
    }

    private static Optional<Country> country(Json.Obj data) {
        return data.field("country").orElse(new Json.Null()) instanceof Json.Str(var code)
                ? Country.of(code)
                : Optional.empty();
    }
}
