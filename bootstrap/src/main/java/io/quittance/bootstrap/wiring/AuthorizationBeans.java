package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.authorization.Authorizations;
import io.quittance.application.authorization.Holds;
import io.quittance.application.authorization.LockedPayments;
import io.quittance.application.authorization.PaymentIds;
import io.quittance.application.authorization.PaymentKind;
import io.quittance.application.authorization.PaymentNews;
import io.quittance.application.authorization.Payments;
import io.quittance.application.authorization.RelayPayment;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.relay.Relays;
import io.quittance.bootstrap.management.Meters;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.PaymentEvent;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.http.authorization.WirePaymentNotices;
import io.quittance.persistence.authorization.JdbcAuthorizations;
import io.quittance.persistence.authorization.JdbcPayments;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What is known of authorizations, and the payments that upstream tells of. */
@Factory
final class AuthorizationBeans {
    @Singleton
    Authorizations authorizations(Store store) {
        return new JdbcAuthorizations(store.database().sql());
    }

    @Singleton
    Payments payments(Store store) {
        return new JdbcPayments(store.database().sql());
    }

    @Singleton
    Holds holds(Authorizations authorizations) {
        return new Holds(authorizations);
    }

    @Singleton
    PaymentIds ids(SecureRandom random, InstantSource clock, OwnShards own) {
        TimedNumbers numbers = new TimedNumbers("PA", random, clock, own);
        return () -> new PaymentId(numbers.next());
    }

    @Singleton
    LockedPayments locked(Payments payments, Holds holds, PaymentIds ids) {
        return new LockedPayments(payments, holds, ids);
    }

    @Singleton
    Moves<Payment, PaymentEvent> moves(Payments payments, Holds holds, Books books) {
        return new Moves<>(new PaymentKind(payments, holds, new WirePaymentNotices()), books);
    }

    @Singleton
    RelayPayment relayPayment(
            LockedPayments payments, Moves<Payment, PaymentEvent> moves, Relays relays, Office office, Meters meters) {
        return meters.reports("payment", new PaymentNews(payments, moves, relays, office)::relay)::apply;
    }
}
