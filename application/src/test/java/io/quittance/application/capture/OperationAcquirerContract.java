package io.quittance.application.capture;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.upstream.AcquirerContract;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Operation;

/** {@link AcquirerContract} of who passes captures and cancels on. */
public interface OperationAcquirerContract extends AcquirerContract<Operation, Said> {
    OperationAcquirer acquirer();

    @Override
    default Answer<Said> pass(Operation order) {
        return acquirer().submit(holder(), order);
    }

    @Override
    default boolean knowsItsIds() {
        return acquirer().knowsItsIds();
    }

    @Override
    default boolean has(Said said) {
        return said instanceof Said.Has;
    }

    @Override
    default boolean hadAlready(Said said) {
        return said instanceof Said.HadAlready;
    }
}
