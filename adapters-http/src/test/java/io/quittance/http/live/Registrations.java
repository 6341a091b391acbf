package io.quittance.http.live;

import io.quittance.application.account.NewAccount;
import io.quittance.application.merchant.Registration;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.NotifyHosts;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.payermax.PayerMaxSettings;
import io.quittance.http.payermax.PayerMaxSettings.Timed;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Registrations of merchants at merchant.example with an account at PayerMax. */
final class Registrations {
    private Registrations() {}

    static Registration of(
            String app,
            String no,
            KeyPair keys,
            String upstreamApp,
            String upstreamNo,
            PayoutDialect dialect,
            KeyPair upstream,
            NotifyHosts hosts) {
        MerchantKey key = new MerchantKey(
                "key of " + app,
                keys.getPublic(),
                new Term(LiveGateway.NOW.minusSeconds(60), Optional.of(LiveGateway.NOW.plus(Duration.ofDays(1)))));
        return new Registration(
                new AppId(app),
                new MerchantNo(no),
                URI.create("https://merchant.example/notify"),
                dialect,
                key,
                List.of(account(upstreamApp, upstreamNo, upstream)),
                hosts);
    }

    private static NewAccount account(String app, String no, KeyPair upstream) {
        PayerMaxSettings settings = new PayerMaxSettings(
                new UpstreamName(new AppId(app), new MerchantNo(no)),
                List.of(),
                List.of(new Timed<>(upstream.getPublic(), new Term(Instant.EPOCH, Optional.empty()))));
        return new NewAccount(PayerMaxAccounts.PAYERMAX, settings.name().handles(), settings.write());
    }
}
