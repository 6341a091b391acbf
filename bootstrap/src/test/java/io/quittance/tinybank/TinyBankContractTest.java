package io.quittance.tinybank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.GivenOperations;
import io.quittance.application.capture.OperationAcquirer;
import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.capture.OperationAcquirerContract;
import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.RemoteAcquirerContract;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.PostLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who passes captures on to TinyBank")
class TinyBankContractTest implements OperationAcquirerContract, RemoteAcquirerContract<Operation, Said> {
    private static final TinyBankShop SHOP = new TinyBankShop("S1", "a secret of the shop");
    private static final PostLimits PATIENT =
            new PostLimits(Duration.ofSeconds(20), Duration.ofSeconds(40), 65_536, Duration.ofSeconds(20), 32, 64);
    private static final PostLimits HASTY =
            new PostLimits(Duration.ofSeconds(20), Duration.ofSeconds(1), 65_536, Duration.ofSeconds(20), 32, 64);

    private final InMemoryStore store = InMemoryStore.at(() -> Given.NOON);
    private final Merchant merchant = Given.merchant(store);
    private final Holder holder = new Holder(merchant, Given.opened(store.accounts(), merchant.id(), SHOP.account()));
    private JsonPost post = new JsonPost(PATIENT, "test");
    private FarTinyBank far;

    @BeforeEach
    void start() throws IOException {
        far = new FarTinyBank(SHOP);
    }

    @AfterEach
    void close() {
        far.close();
        post.close();
    }

    @Override
    public Holder holder() {
        return holder;
    }

    @Override
    public OperationAcquirer acquirer() {
        return new TinyBank(far.url(), post, store.accounts(), () -> Given.NOON);
    }

    @Override
    public Operation order() {
        return GivenOperations.capture(merchant.id());
    }

    @Override
    public Operation another(Operation order) {
        return GivenOperations.operation(order.id(), order.asked(), Money.of("1", "EUR"), false);
    }

    @Override
    public int arrived() {
        return far.captures();
    }

    @Override
    public void far(Play play) {
        far.plays(play);
        if (play == Play.IS_SILENT) {
            post.close();
            post = new JsonPost(HASTY, "test");
        }
    }

    @Override
    public void goesAway() {
        far.close();
    }

    @Test
    void says_of_what_it_never_got_that_it_has_none() {
        Answer<Said> answer = acquirer().question().orElseThrow().ask(holder, order());

        assertEquals(
                Optional.of(new Said.HasNot()),
                answer instanceof Answer.Taken<Said>(var _, var said) ? Optional.of(said) : Optional.empty());
    }

    @Test
    void never_shows_the_secret() {
        assertFalse(SHOP.toString().contains(SHOP.secret()));
        assertFalse(SHOP.account().toString().contains(SHOP.secret()));
    }
}
