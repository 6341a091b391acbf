package io.quittance.application.payout;

import io.quittance.application.payout.PayoutAcquirer.Asked;
import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.application.upstream.AcquirerContract;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.text.Bytes;

/** {@link AcquirerContract} of who pays out. */
public interface PayoutAcquirerContract extends AcquirerContract<Payout, Said> {
    PayoutAcquirer acquirer();

    @Override
    default Payout order() {
        return GivenPayouts.payout(holder().merchant().id());
    }

    @Override
    default Answer<Said> pass(Payout order) {
        Bytes words = Bytes.utf8("{\"data\":{\"outTradeNo\":\"" + order.order() + "\",\"country\":\"PH\"}}");
        return acquirer().pay(holder(), order, new Asked(GivenPayouts.instruction(order, "rent"), words));
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
