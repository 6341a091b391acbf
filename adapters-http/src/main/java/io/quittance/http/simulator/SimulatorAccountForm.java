package io.quittance.http.simulator;

import io.quittance.application.account.NewAccount;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.acquirer.AccountForm;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An account with the simulator; it needs no secret, as the simulator's own keys are the same for all. */
@Singleton
public final class SimulatorAccountForm implements AccountForm {
    @Override
    public AcquirerName acquirer() {
        return SimulatorDesk.SIMULATOR;
    }

    @Override
    public List<String> needed() {
        return List.of("app-id", "merchant-no");
    }

    @Override
    public NewAccount read(Map<String, String> settings, Instant now) {
        return account(
                new UpstreamName(new AppId(settings.get("app-id")), new MerchantNo(settings.get("merchant-no"))));
    }

    /** One that goes by that name there. */
    public static NewAccount account(UpstreamName name) {
        return new NewAccount(SimulatorDesk.SIMULATOR, name.handles(), Bytes.utf8("{}"));
    }
}
