package io.quittance.application.paymentlink;

import io.quittance.application.paymentlink.SettlePaymentLink.Told;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.PaymentLink.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one message of upstream's says of a link: one thing that is learned, and a report for each that may move it. */
final class LinkReports {
    private LinkReports() {}

    /** Whoever tells where it is paid, or that it has ended, has it. So no later answer brings an ended one back to life. */
    static PaymentLink learned(PaymentLink known, Told told, Instant now) {
        boolean opens =
                known.opening() instanceof Opening.Opened || !told.urls().page().isEmpty() || told.expired();
        return opens ? known.opened(new Opening.Opened(told.number(), told.urls()), told.expiresAt(), now) : known;
    }

    /** The transactions first: one that succeeded counts although the link has ended since. */
    static List<Report> of(Told told, Instant now) {
        List<Report> reports = new ArrayList<>();
        told.transactions().forEach(one -> reports.add(new Report.Transacted(told.terms(), one)));
        if (told.expired()) {
            reports.add(new Report.Ended(told.terms(), told.expiresAt().orElse(now)));
        }
        if (reports.isEmpty()) {
            reports.add(new Report.Standing(told.terms()));
        }
        return reports;
    }
}
