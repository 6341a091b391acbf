package io.quittance.http.payermax;

import io.quittance.application.capture.CaptureAcquirer;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Capture.Report;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.capture.CaptureWire;
import io.quittance.http.payermax.PayerMaxCall.Reading;
import java.time.InstantSource;

/**
 * Passes captures on to PayerMax, page "Capture". What it does with an id that it knows is not documented, and there is
 * no query; so a call whose outcome is unknown is never repeated, the notification must tell.
 */
public final class PayerMaxCaptureAcquirer implements CaptureAcquirer {
    private final PayerMaxCall call;
    private final InstantSource clock;

    public PayerMaxCaptureAcquirer(PayerMaxCall call, InstantSource clock) {
        this.call = call;
        this.clock = clock;
    }

    @Override
    public Answer<Said> capture(Merchant merchant, Capture capture) {
        return call.ask(merchant, CaptureWire.API, data -> CaptureWire.Request.write(data, capture), body -> {
            CaptureWire.Response response = CaptureWire.Response.read(body, clock.instant());
            boolean another = response.request()
                    .filter(other -> !other.equals(capture.request()))
                    .isPresent();
            return new Reading<>(response.code(), response.msg(), another, said(response));
        });
    }

    /** That it is still pending is no news. */
    private static Said said(CaptureWire.Response response) {
        return new Said(response.number(), response.report().filter(report -> !(report instanceof Report.Processing)));
    }

    @Override
    public boolean knowsItsIds() {
        return false;
    }
}
