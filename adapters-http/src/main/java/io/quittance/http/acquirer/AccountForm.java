package io.quittance.http.acquirer;

import io.quittance.application.account.NewAccount;
import io.quittance.domain.account.AcquirerName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a person fills in to open an account with an acquirer, as text. Each acquirer registers one; it need not be there. */
public interface AccountForm {
    AcquirerName acquirer();

    /** What has to be filled in, as {@code app-id}. */
    List<String> needed();

    /**
     * @param settings by their names, all that are needed and no others
     * @param now from when on keys count
     * @throws IllegalArgumentException naming what cannot be used and what was expected, without a word of a secret
     */
    NewAccount read(Map<String, String> settings, Instant now);
}
