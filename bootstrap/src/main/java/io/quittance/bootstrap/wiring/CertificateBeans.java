package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.account.Accounts;
import io.quittance.application.merchant.Merchants;
import io.quittance.bootstrap.management.KeptCertificate;
import io.quittance.bootstrap.management.Survey;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.http.notification.KnownTerms;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.tls.FreshCertificate;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** When certificates end: those that we show, and those that vouch for others. */
@Factory
final class CertificateBeans {
    /** Those of accounts matter where PayerMax is called. */
    @Singleton
    CertificateTurns certificateTurns(
            Optional<FreshCertificate> shown,
            Merchants merchants,
            KnownTerms terms,
            Accounts accounts,
            Settings settings,
            InstantSource clock) {
        PayerMaxAccounts payermax = new PayerMaxAccounts(accounts);
        return new CertificateTurns(
                () -> Stream.of(
                                shown.stream().map(FreshCertificate::shown).map(KeptCertificate::ofPublicPort),
                                KeptCertificate.ofEndpoints(merchants, terms).stream(),
                                settings.payermax().isEmpty()
                                        ? Stream.<KeptCertificate>empty()
                                        : ofAccounts(accounts, payermax))
                        .flatMap(all -> all)
                        .toList(),
                clock);
    }

    private static Stream<KeptCertificate> ofAccounts(Accounts accounts, PayerMaxAccounts payermax) {
        return accounts.all().stream()
                .filter(one -> one.acquirer().equals(PayerMaxAccounts.PAYERMAX))
                .flatMap(one ->
                        KeptCertificate.ofAccount(one.id(), payermax.of(one).terms()));
    }

    @Singleton
    Survey certificatesLeft(CertificateTurns turns) {
        return turns.left();
    }
}
