package io.quittance.http.account;

import io.quittance.domain.account.Account;
import io.quittance.domain.account.Handle;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantNo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** As whom a merchant is known upstream, where upstream speaks PayerMax's protocol: in every envelope, both ways. */
public record UpstreamName(AppId app, MerchantNo no) {
    private static final String APP = "app-id";
    private static final String NO = "merchant-no";

    public UpstreamName {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(no, "no");
    }

    /** @throws IllegalStateException if it is an account with somebody who speaks another protocol */
    public static UpstreamName of(Account account) {
        return new UpstreamName(new AppId(handle(account, APP)), new MerchantNo(handle(account, NO)));
    }

    private static String handle(Account account, String kind) {
        return account.handle(kind)
                .orElseThrow(() -> new IllegalStateException("account " + account.id() + " has no " + kind));
    }

    /** What an account of this name is found by. */
    public List<Handle> handles() {
        return handles(Optional.of(app), Optional.of(no));
    }

    /** What an account is found by of which a message names so much. */
    public static List<Handle> handles(Optional<AppId> app, Optional<MerchantNo> no) {
        return Stream.concat(
                        app.map(id -> new Handle(APP, id.value())).stream(),
                        no.map(number -> new Handle(NO, number.value())).stream())
                .toList();
    }
}
