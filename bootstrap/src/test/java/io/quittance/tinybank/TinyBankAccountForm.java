package io.quittance.tinybank;

import io.quittance.application.account.NewAccount;
import io.quittance.domain.account.AcquirerName;
import io.quittance.http.acquirer.AccountForm;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What {@code account add --acquirer tinybank} asks for. */
@Singleton
final class TinyBankAccountForm implements AccountForm {
    private static final String SHOP = "shop";
    private static final String SECRET = "secret";

    @Override
    public AcquirerName acquirer() {
        return TinyBankShop.NAME;
    }

    @Override
    public List<String> needed() {
        return List.of(SHOP, SECRET);
    }

    @Override
    public NewAccount read(Map<String, String> settings, Instant now) {
        if (settings.get(SECRET).isBlank()) {
            throw new IllegalArgumentException("secret (expected: that of the shop)");
        }
        return new TinyBankShop(settings.get(SHOP), settings.get(SECRET)).account();
    }
}
