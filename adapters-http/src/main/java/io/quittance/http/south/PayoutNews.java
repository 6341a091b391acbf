package io.quittance.http.south;

import io.quittance.application.payout.SettlePayout;
import io.quittance.domain.merchant.AppId;
import io.quittance.http.south.Callback.Notification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes news of a payout in, in whichever dialect it came. */
final class PayoutNews {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutNews.class);

    private PayoutNews() {}

    static void take(SettlePayout settlePayout, Notification notification, SettlePayout.Told told) {
        switch (settlePayout.settle(notification.candidates(), told)) {
            case RECORDED, KNOWN_ALREADY -> {}
            case CONTRADICTED -> warn(notification, "contradicts what we hold");
            case UNUSABLE -> warn(notification, "is of a payout that we do not know and cannot make, or of nobody's");
        }
    }

    /** It is acknowledged, so nobody else will ever tell of it again. */
    private static void warn(Notification notification, String why) {
        LOG.warn(
                "a payout's notification for {} {}: kept as a discrepancy",
                notification.candidates().stream()
                        .map(one -> one.app())
                        .map(AppId::value)
                        .toList(),
                why);
    }
}
