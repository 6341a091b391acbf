package io.quittance.http.payermax;

import io.quittance.application.authorization.CancelAcquirer;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.Cancel.Report;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.authorization.CancelWire;
import io.quittance.http.payermax.PayerMaxCall.Reading;
import java.time.InstantSource;

/**
 * Passes cancels on to PayerMax, page "Cancel". What it does with an id that it knows is not documented, and there is
 * no query; so a call whose outcome is unknown is never repeated, the notification must tell.
 */
public final class PayerMaxCancelAcquirer implements CancelAcquirer {
    private final PayerMaxCall call;
    private final InstantSource clock;

    public PayerMaxCancelAcquirer(PayerMaxCall call, InstantSource clock) {
        this.call = call;
        this.clock = clock;
    }

    @Override
    public Answer<Said> cancel(Merchant merchant, Cancel cancel) {
        return call.ask(merchant, CancelWire.API, data -> CancelWire.Request.write(data, cancel), body -> {
            CancelWire.Response response = CancelWire.Response.read(body, clock.instant());
            boolean another = response.request()
                    .filter(other -> !other.equals(cancel.request()))
                    .isPresent();
            return new Reading<>(response.code(), response.msg(), another, said(response));
        });
    }

    /** That it is still pending is no news. */
    private static Said said(CancelWire.Response response) {
        return new Said(response.number(), response.report().filter(report -> !(report instanceof Report.Processing)));
    }

    @Override
    public boolean knowsItsIds() {
        return false;
    }
}
