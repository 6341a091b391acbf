package io.quittance.application.account;

import io.quittance.domain.account.Account;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Handle;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Objects;

/**
 * What is needed to open an account.
 *
 * @param settings what only the acquirer's adapter reads, its keys among it; kept encrypted
 */
public record NewAccount(AcquirerName acquirer, List<Handle> handles, Bytes settings) {
    public NewAccount {
        Objects.requireNonNull(acquirer, "acquirer");
        Objects.requireNonNull(settings, "settings");
        handles = Account.sorted(handles);
    }
}
