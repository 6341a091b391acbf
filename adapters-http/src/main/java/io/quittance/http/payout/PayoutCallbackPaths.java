package io.quittance.http.payout;

import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.PayoutDialect;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where upstream tells us of payouts. */
public final class PayoutCallbackPaths {
    public static final String ENVELOPED = "disbursementResultNotifyUrl";
    public static final String LEGACY = "delSuffixStart12";

    private PayoutCallbackPaths() {}

    /** The name of our callback in a dialect. */
    public static String of(PayoutDialect dialect) {
        return switch (dialect) {
            case V2 -> ENVELOPED;
            case LEGACY -> LEGACY;
        };
    }

    /**
     * What upstream gets as {@code notifyUrl}: always ours, in the merchant's dialect, and it names the merchant.
     *
     * @param publicUrl where upstream reaches us, without a slash at its end
     */
    public static URI notifyUrl(URI publicUrl, Merchant merchant) {
        String app = URLEncoder.encode(merchant.app().value(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return URI.create(publicUrl + "/" + of(merchant.payoutDialect()) + "/" + app);
    }
}
