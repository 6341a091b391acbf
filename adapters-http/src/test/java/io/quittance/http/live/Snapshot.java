package io.quittance.http.live;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.payout.Payout;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rows of all tables that orders are kept in. */
public record Snapshot(
        List<Operation> operations,
        List<Payout> payouts,
        List<PaymentLink> links,
        List<Payment> payments,
        List<Authorization> authorizations,
        Map<ObjectRef, List<Journal.Row>> stories,
        List<Errand> errands,
        List<OwedNews> owed,
        List<Discrepancies.Kept> discrepancies) {

    static Snapshot of(
            InMemoryStore store,
            List<Payout> payouts,
            List<PaymentLink> links,
            List<Discrepancies.Kept> discrepancies) {
        List<Operation> operations = store.operations().all().toList();
        List<Payment> payments = store.payments().all().toList();
        Stream<ObjectRef> orders = Stream.of(
                        operations.stream().map(one -> ObjectRef.of(one.id())),
                        payouts.stream().map(one -> ObjectRef.of(one.id())),
                        links.stream().map(one -> ObjectRef.of(one.id())),
                        payments.stream().map(one -> ObjectRef.of(one.id())))
                .flatMap(Function.identity());
        return new Snapshot(
                operations,
                payouts,
                links,
                payments,
                store.authorizations().all().toList(),
                orders.collect(Collectors.toMap(Function.identity(), store.journal()::story)),
                store.errands().all(),
                owed(store),
                discrepancies);
    }

    private static List<OwedNews> owed(InMemoryStore store) {
        return Shard.all().stream()
                .flatMap(shard -> OwedNews.in(store, shard, LiveGateway.NOW.plus(Duration.ofDays(365))).stream())
                .toList();
    }
}
