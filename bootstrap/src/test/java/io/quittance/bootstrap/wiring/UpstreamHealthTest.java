package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.upstream.HeldAccounts;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AcquirerName;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.acquirer.Reach;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How we stand with upstream")
class UpstreamHealthTest {
    private record Told(Optional<String> misplaced, Optional<String> failing) implements Reach {
        @Override
        public boolean known() {
            return true;
        }

        @Override
        public boolean canAsk(Account account) {
            return false;
        }

        @Override
        public Optional<String> ask(Account account) {
            return Optional.empty();
        }
    }

    private static Acquirer acquirer(String name, Optional<String> misplaced, Optional<String> failing) {
        return Acquirer.named(new AcquirerName(name), new Told(misplaced, failing));
    }

    @Test
    void is_told_of_every_acquirer() {
        UpstreamHealth health = new UpstreamHealth(
                new Acquirers(List.of(
                        acquirer("bank", Optional.of("bank is elsewhere"), Optional.empty()),
                        acquirer("well", Optional.empty(), Optional.empty()),
                        acquirer("wallet", Optional.of("wallet is elsewhere"), Optional.empty()),
                        acquirer("late", Optional.empty(), Optional.of("late fails")))),
                new HeldAccounts());

        assertEquals(List.of("bank is elsewhere", "wallet is elsewhere"), health.misplaced());
        assertEquals(List.of("late fails"), health.warnings());
    }
}
