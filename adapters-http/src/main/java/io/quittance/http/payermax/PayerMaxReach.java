package io.quittance.http.payermax;

import io.quittance.domain.account.Account;
import io.quittance.http.acquirer.Reach;
import java.util.Objects;
import java.util.Optional;

/** How PayerMax is reached: what {@link FarAddress} has seen, and the question of {@link PayerMaxProbe}. */
public record PayerMaxReach(FarAddress address, PayerMaxProbe probe) implements Reach {
    public PayerMaxReach {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(probe, "probe");
    }

    @Override
    public Optional<String> misplaced() {
        return address.spoken() ? Optional.empty() : address.fault();
    }

    @Override
    public Optional<String> failing() {
        return address.spoken() ? address.fault() : Optional.empty();
    }

    @Override
    public boolean known() {
        return probe.done();
    }

    @Override
    public boolean canAsk(Account account) {
        return probe.canAsk(account);
    }

    @Override
    public Optional<String> ask(Account account) {
        return probe.ask(account);
    }
}
