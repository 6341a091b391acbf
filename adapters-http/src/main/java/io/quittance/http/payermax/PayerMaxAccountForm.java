package io.quittance.http.payermax;

import io.quittance.application.account.NewAccount;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.acquirer.AccountForm;
import io.quittance.http.payermax.PayerMaxSettings.Timed;
import io.quittance.http.signing.Pem;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An account with PayerMax: who we are there, what we sign with, what PayerMax signs with for us. */
@Singleton
public final class PayerMaxAccountForm implements AccountForm {
    private static final String APP = "app-id";
    private static final String NO = "merchant-no";
    private static final String OURS = "private-key";
    private static final String THEIRS = "public-key";

    @Override
    public AcquirerName acquirer() {
        return PayerMaxAccounts.PAYERMAX;
    }

    @Override
    public List<String> needed() {
        return List.of(APP, NO, OURS, THEIRS);
    }

    @Override
    public NewAccount read(Map<String, String> settings, Instant now) {
        PayerMaxSettings read = new PayerMaxSettings(
                new UpstreamName(new AppId(settings.get(APP)), new MerchantNo(settings.get(NO))),
                List.of(key(OURS, settings.get(OURS), Pem::readPrivate)),
                List.of(key(THEIRS, settings.get(THEIRS), Pem::readPublic)));
        return new NewAccount(PayerMaxAccounts.PAYERMAX, read.name().handles(), read.write());
    }

    /** What is no key is named as what it should be. */
    private static <K extends Key> Timed<K> key(String name, String text, Function<String, K> parser) {
        try {
            return new Timed<>(parser.apply(text), MerchantKey.ALWAYS, Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
