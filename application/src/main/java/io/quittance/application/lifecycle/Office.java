package io.quittance.application.lifecycle;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Bells;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.transaction.Transactions;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What every use case about orders works with: a unit of work, the books that are written in it, the time, and the bells that
 * are rung once it is durable.
 */
public record Office(Transactions transactions, Books books, InstantSource clock, Bells bells) {
    public Office {
        Objects.requireNonNull(transactions, "transactions");
        Objects.requireNonNull(books, "books");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(bells, "bells");
    }

    /** One unit of work; it may run more than once, see {@link Transactions#inOne}. */
    public <T> T inOne(Supplier<T> work) {
        return transactions.inOne(work);
    }

    public Instant now() {
        return clock.instant();
    }

    /** Says that there is something to ask of upstream; call it after the commit. */
    public void ringForErrands(ObjectRef about, AccountId account) {
        bells.errands().ring(new Stretch(Shard.of(about), Errand.lane(account)));
    }

    /** Says that a merchant is owed news about that order; call it after the commit. */
    public void ringForDeliveries(ObjectRef about, Merchant merchant) {
        Shard shard = Shard.of(about);
        ring(shard, merchant.registered().id());
        merchant.endpoints().forEach(further -> ring(shard, further.id()));
    }

    private void ring(Shard shard, EndpointId endpoint) {
        bells.deliveries().ring(new Stretch(shard, endpoint.value()));
    }
}
