package io.quittance.tinybank;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.quittance.application.account.Accounts;
import io.quittance.application.capture.SettleOperation;
import io.quittance.application.merchant.Holders;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.acquirer.Reach;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.PostLimits;
import io.quittance.http.south.Callback;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;

/** TinyBank, where {@code tinybank.url} says where it is. */
@Factory
@Requires(property = TinyBankBeans.URL)
final class TinyBankBeans {
    static final String URL = "tinybank.url";

    @Singleton
    @Named("tinybank")
    @Bean(preDestroy = "close")
    JsonPost toTinyBank() {
        return new JsonPost(PostLimits.STANDARD, "sample");
    }

    @Singleton
    Acquirer tinyBank(
            @Value("${" + URL + "}") String url,
            @Named("tinybank") JsonPost post,
            Accounts accounts,
            InstantSource clock) {
        return Acquirer.named(TinyBankShop.NAME, Reach.CERTAIN)
                .capturing(new TinyBank(URI.create(url), post, accounts, clock));
    }

    @Singleton
    Callback told(Accounts accounts, Holders holders, SettleOperation settleOperation, InstantSource clock) {
        return new TinyBankCallback(new TinyBankSenders(accounts, holders), settleOperation, clock);
    }
}
