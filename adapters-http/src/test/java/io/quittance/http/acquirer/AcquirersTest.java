package io.quittance.http.acquirer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Holder;
import io.quittance.application.account.NewAccount;
import io.quittance.application.capture.OperationAcquirer;
import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Service;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.text.Bytes;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The acquirers of a process")
class AcquirersTest {
    private static final AcquirerName BANK = new AcquirerName("bank");
    private static final AcquirerName WALLET = new AcquirerName("wallet");
    private static final PublicKey KEY = Given.keys().getPublic();

    private final OperationAcquirer captures = new OperationAcquirer() {
        @Override
        public Answer<Said> submit(Holder holder, Operation operation) {
            return Answer.nobodyThere(holder.account());
        }

        @Override
        public boolean knowsItsIds() {
            return true;
        }
    };
    private final Acquirer bank = Acquirer.named(BANK, Reach.CERTAIN).capturing(captures);
    private final Acquirer wallet = Acquirer.named(WALLET, Reach.CERTAIN)
            .answering((_, _, _) -> {
                throw new AssertionError("nobody asks");
            })
            .signing(_ -> List.of(KEY));
    private final Acquirers acquirers = new Acquirers(List.of(bank, wallet));

    @Test
    void are_found_by_name_for_what_they_serve() {
        assertEquals(
                Optional.of(captures), acquirers.serving(Acquirer::captures).by(BANK));
        assertEquals(Optional.empty(), acquirers.serving(Acquirer::cancels).by(BANK), "captures only");
        assertEquals(Optional.empty(), acquirers.serving(Acquirer::captures).by(WALLET));
        assertEquals(Optional.empty(), acquirers.serving(Acquirer::captures).by(new AcquirerName("nobody")));
    }

    @Test
    void serve_what_they_have_a_port_for() {
        for (Service service : Service.values()) {
            assertEquals(service == Service.CAPTURE, acquirers.serves(BANK, service), service.toString());
            assertEquals(service == Service.CAPTURE, acquirers.serves(service), service.toString());
            assertFalse(acquirers.serves(WALLET, service), service.toString());
        }
        assertTrue(acquirers.serving(Acquirer::questions).by(WALLET).isPresent());
    }

    @Test
    void have_each_the_keys_of_its_own_accounts() {
        InMemoryStore store = InMemoryStore.at(() -> Given.NOON);
        var simulated = Given.holder(store, Given.merchant(store)).account();
        var ofWallet = Given.opened(
                store.accounts(), simulated.merchant(), new NewAccount(WALLET, List.of(), Bytes.utf8("{}")));

        assertEquals(List.of(KEY), acquirers.keys().of(ofWallet));
        assertEquals(List.of(), acquirers.keys().of(simulated), "its acquirer is not there");
    }

    @Test
    void are_not_two_of_one_name() {
        assertThrows(IllegalStateException.class, () -> new Acquirers(List.of(bank, bank.signing(_ -> List.of(KEY)))));
    }
}
