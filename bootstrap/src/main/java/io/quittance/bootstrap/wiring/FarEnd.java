package io.quittance.bootstrap.wiring;

import io.quittance.application.account.Serving;
import io.quittance.domain.account.AcquirerName;
import io.quittance.http.payermax.FarAddress;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.payermax.PayerMaxCall;
import io.quittance.http.simulator.SimulatorDesk;
import java.util.Optional;

/** Who settles: what the adapters of every kind of order ask. */
sealed interface FarEnd {
    AcquirerName name();

    /** The only acquirer that is there. */
    default <P> Serving<P> serving(P port) {
        return acquirer -> acquirer.equals(name()) ? Optional.of(port) : Optional.empty();
    }

    record Simulator(SimulatorDesk desk) implements FarEnd {
        @Override
        public AcquirerName name() {
            return SimulatorDesk.SIMULATOR;
        }
    }

    /**
     * @param address whether PayerMax answers where it is asked
     * @param call for what nobody waits for
     * @param waitedFor for what a merchant waits for, who gives up soon
     */
    record PayerMax(FarAddress address, PayerMaxCall call, PayerMaxCall waitedFor) implements FarEnd {
        @Override
        public AcquirerName name() {
            return PayerMaxAccounts.PAYERMAX;
        }
    }
}
