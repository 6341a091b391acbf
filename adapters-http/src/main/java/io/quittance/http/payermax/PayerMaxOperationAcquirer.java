package io.quittance.http.payermax;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.OperationAcquirer;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.http.capture.OperationPage;
import io.quittance.http.capture.OperationWire;
import io.quittance.http.payermax.PayerMaxCall.Reading;
import io.quittance.http.wire.WireCode;
import java.time.InstantSource;

/**
 * Passes captures and cancels on to PayerMax, pages "Capture" and "Cancel". What it does with an id that it knows is not
 * documented, and there is no query; so a call whose outcome is unknown is never repeated, the notification must tell. A
 * {@code ORDER_REPEAT} is such an outcome too: it has one under that id.
 */
public final class PayerMaxOperationAcquirer implements OperationAcquirer {
    private final PayerMaxCall call;
    private final InstantSource clock;

    public PayerMaxOperationAcquirer(PayerMaxCall call, InstantSource clock) {
        this.call = call;
        this.clock = clock;
    }

    @Override
    public Answer<Said> submit(Holder holder, Operation operation) {
        OperationPage page = OperationPage.of(operation);
        Answer<Said> answer =
                call.ask(holder.account(), page.api(), data -> OperationWire.Request.write(data, operation), body -> {
                    OperationWire.Response response = OperationWire.Response.read(page, body, clock.instant());
                    boolean another = response.request()
                            .filter(other -> !other.equals(operation.request()))
                            .isPresent();
                    Report report = response.report().orElseGet(() -> new Report.Processing(Terms.UNSAID));
                    return new Reading<>(
                            response.code(), response.msg(), another, new Said.Has(report, response.odd()));
                });
        return answer instanceof Answer.Refused<Said>(var exchange, var why)
                        && why.code().equals(WireCode.ORDER_REPEAT.name())
                ? new Answer.Taken<>(exchange, new Said.HadAlready())
                : answer;
    }

    @Override
    public boolean knowsItsIds() {
        return false;
    }
}
