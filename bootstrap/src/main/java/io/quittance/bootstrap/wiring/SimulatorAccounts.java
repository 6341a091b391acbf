package io.quittance.bootstrap.wiring;

import io.quittance.application.account.Accounts;
import io.quittance.application.merchant.Merchants;
import io.quittance.domain.account.Account;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.simulator.SimulatorAccountForm;
import io.quittance.http.simulator.SimulatorDesk;
import java.util.List;

/** Where the simulator is there, every merchant has an account with it, also who was registered when it was not. */
final class SimulatorAccounts {
    private SimulatorAccounts() {}

    static void open(Merchants merchants, Accounts accounts) {
        for (Merchant merchant : merchants.all()) {
            List<Account> all = accounts.byMerchant(merchant.id());
            if (all.stream().noneMatch(one -> one.acquirer().equals(SimulatorDesk.SIMULATOR))) {
                UpstreamName name = all.stream()
                        .filter(one -> one.acquirer().equals(PayerMaxAccounts.PAYERMAX))
                        .findFirst()
                        .map(UpstreamName::of)
                        .orElse(new UpstreamName(merchant.app(), merchant.no()));
                accounts.add(merchant.id(), SimulatorAccountForm.account(name));
            }
        }
    }
}
