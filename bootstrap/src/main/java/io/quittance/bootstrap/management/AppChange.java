package io.quittance.bootstrap.management;

import io.quittance.application.merchant.MerchantChange;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.http.guard.NotifyUrls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person wants to be another way at a registered app, as text; what is left out stays as it is.
 *
 * @param upstream settings of its account with PayerMax, by their names there
 * @param hosts where its requests may want to be told, beside its registered addresses; none for these alone
 */
public record AppChange(
        Optional<String> merchantNo,
        Optional<String> notifyUrl,
        Optional<String> payoutDialect,
        Optional<Boolean> enabled,
        Map<String, String> upstream,
        Optional<List<String>> hosts) {
    public AppChange {
        Objects.requireNonNull(merchantNo, "merchantNo");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(payoutDialect, "payoutDialect");
        Objects.requireNonNull(enabled, "enabled");
        upstream = Map.copyOf(upstream);
        hosts = hosts.map(List::copyOf);
    }

    /** One that leaves the hosts as they are. */
    public AppChange(
            Optional<String> merchantNo,
            Optional<String> notifyUrl,
            Optional<String> payoutDialect,
            Optional<Boolean> enabled,
            Map<String, String> upstream) {
        this(merchantNo, notifyUrl, payoutDialect, enabled, upstream, Optional.empty());
    }

    public static AppChange to(String notifyUrl) {
        return new AppChange(Optional.empty(), Optional.of(notifyUrl), Optional.empty(), Optional.empty(), Map.of());
    }

    public static AppChange enabled(boolean enabled) {
        return new AppChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(enabled), Map.of());
    }

    public boolean isEmpty() {
        return merchantNo.isEmpty()
                && notifyUrl.isEmpty()
                && payoutDialect.isEmpty()
                && enabled.isEmpty()
                && upstream.isEmpty()
                && hosts.isEmpty();
    }

    /** Without its account. @throws Trouble naming the first field that is wrong, and what was expected of it */
    MerchantChange toMerchantChange(NotifyUrls places) {
        return new MerchantChange(
                merchantNo.map(no -> AppForm.checked("merchant-no", no, MerchantNo::new)),
                notifyUrl.map(url -> AppForm.notifyUrl(url, places)),
                payoutDialect.map(AppForm::payoutDialect),
                enabled,
                Optional.empty(),
                hosts.map(AppForm::hosts));
    }

    /** Never shows a setting. */
    @Override
    public String toString() {
        return "AppChange[" + merchantNo + ", " + notifyUrl + ", " + payoutDialect + ", " + enabled + ", " + hosts
                + "]";
    }
}
