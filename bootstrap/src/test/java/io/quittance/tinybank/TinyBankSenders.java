package io.quittance.tinybank;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.application.merchant.Holders;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.Handle;
import io.quittance.http.json.Json;
import io.quittance.http.south.Callback;
import io.quittance.http.south.Incoming;
import io.quittance.http.south.Senders;
import io.quittance.http.wire.Refusal;
import java.util.List;
import java.util.Optional;

/** News of TinyBank names the shop, and is signed as everything between us: by HMAC-SHA256 with the shop's secret. */
record TinyBankSenders(Accounts accounts, Holders holders) implements Senders {
    @Override
    public Callback.Notification verify(Callback callback, Incoming incoming) throws Refusal {
        Optional<Holder> holder = incoming.only(TinyBank.MAC)
                .flatMap(mac -> shop(incoming)
                        .filter(account -> accounts.settings(account.id())
                                .map(kept -> TinyBankShop.read(kept.body()))
                                .filter(shop -> shop.signed(incoming.raw(), mac))
                                .isPresent())
                        .map(account -> holders.of(account.merchant(), account.id())));
        return incoming.verified(
                List.of(holder.orElseThrow(
                        () -> Senders.notVerified(TinyBank.MAC, "HMAC-SHA256 over the body, by the shop's secret"))),
                "the secret of a shop at TinyBank");
    }

    private Optional<Account> shop(Incoming incoming) {
        return incoming.message().field("shop").orElse(new Json.Null()) instanceof Json.Str(var name) && !name.isBlank()
                ? accounts.byHandles(List.of(new Handle(TinyBankShop.HANDLE, name))).stream()
                        .filter(account -> account.acquirer().equals(TinyBankShop.NAME))
                        .findFirst()
                : Optional.empty();
    }
}
