package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.account.Accounts;
import io.quittance.application.account.Routing;
import io.quittance.application.merchant.Holders;
import io.quittance.application.merchant.Merchants;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.domain.account.AcquirerName;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.simulator.SimulatorDesk;
import io.quittance.http.south.UpstreamPublicKeys;
import jakarta.inject.Singleton;
import java.util.Collection;

/** Who settles: all acquirers that are registered, and which of a merchant's accounts a new order takes. */
@Factory
final class AcquirerBeans {
    @Singleton
    Acquirers acquirers(Collection<Acquirer> all) {
        return new Acquirers(all);
    }

    @Singleton
    Holders holders(Merchants merchants, Accounts accounts) {
        return new Holders(merchants, accounts);
    }

    @Singleton
    Routing routing(Accounts accounts, Acquirers acquirers, Settings settings) {
        return new Routing(accounts, acquirers::serves, usual(settings));
    }

    /** QUITTANCE_UPSTREAM says whose account counts where no rule says which. */
    static AcquirerName usual(Settings settings) {
        return settings.simulated() ? SimulatorDesk.SIMULATOR : PayerMaxAccounts.PAYERMAX;
    }

    @Singleton
    UpstreamPublicKeys upstreamPublicKeys(Acquirers acquirers) {
        return acquirers.keys();
    }
}
