package io.quittance.http.payermax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.NewAccount;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.account.Account;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.outbound.Independent;
import io.quittance.http.payermax.PayerMaxSettings.Timed;
import io.quittance.http.signing.Pem;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings of an account with PayerMax")
class PayerMaxSettingsTest {
    private static final Instant NOON = Given.NOON;
    private static final KeyPair OLD = Given.keys();
    private static final KeyPair YOUNG = Independent.keys();
    private static final UpstreamName NAME = new UpstreamName(new AppId("up-app"), new MerchantNo("UP1"));

    /** Both keys change at noon; the old ones count for another minute. */
    private static final PayerMaxSettings CHANGING = new PayerMaxSettings(
            NAME,
            List.of(
                    new Timed<>(OLD.getPrivate(), new Term(NOON.minusSeconds(60), Optional.of(NOON.plusSeconds(60)))),
                    new Timed<>(YOUNG.getPrivate(), new Term(NOON, Optional.empty()))),
            List.of(
                    new Timed<>(OLD.getPublic(), new Term(NOON.minusSeconds(60), Optional.of(NOON.plusSeconds(60)))),
                    new Timed<>(YOUNG.getPublic(), new Term(NOON, Optional.empty()))));

    @Test
    void sign_with_the_newest_key_that_counts() {
        assertEquals(List.of(), CHANGING.signingAt(NOON.minusSeconds(61)));
        assertEquals(List.of(OLD.getPrivate()), CHANGING.signingAt(NOON.minusMillis(1)));
        assertEquals(List.of(YOUNG.getPrivate(), OLD.getPrivate()), CHANGING.signingAt(NOON));
    }

    @Test
    void verify_with_the_old_key_and_the_new_one_while_both_count() {
        assertEquals(List.of(OLD.getPublic()), CHANGING.verifyingAt(NOON.minusMillis(1)));
        assertEquals(List.of(OLD.getPublic(), YOUNG.getPublic()), CHANGING.verifyingAt(NOON));
        assertEquals(List.of(YOUNG.getPublic()), CHANGING.verifyingAt(NOON.plusSeconds(60)));
    }

    @Test
    void are_kept_as_they_are() {
        PayerMaxSettings read = PayerMaxSettings.read(CHANGING.write());

        assertEquals(CHANGING, read);
    }

    @Test
    void show_no_key() {
        String shown = CHANGING + " " + CHANGING.ours();

        assertFalse(shown.contains(Pem.oneLine(OLD.getPrivate()).substring(40, 60)), shown);
        assertFalse(shown.contains("RSA"), shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"appId\":\"a\",\"merchantNo\":\"\"}", "{\"appId\":1}"})
    void that_are_broken_are_said_to_be_so_without_a_word_of_them(String settings) {
        assertThrows(IllegalStateException.class, () -> PayerMaxSettings.read(Bytes.utf8(settings)));
    }

    @Test
    void count_anew_once_they_were_renewed() {
        Accounts accounts = InMemoryStore.at(new HandClock(NOON)).accounts();
        PayerMaxAccounts parsed = new PayerMaxAccounts(accounts);
        Account account = Given.opened(
                accounts,
                new MerchantId(1),
                new NewAccount(PayerMaxAccounts.PAYERMAX, NAME.handles(), CHANGING.write()));
        assertEquals(CHANGING, parsed.of(account));
        PayerMaxSettings next = new PayerMaxSettings(NAME, List.of(), List.of());

        accounts.change(
                account.id(),
                1,
                new NewAccount(PayerMaxAccounts.PAYERMAX, NAME.handles(), next.write()),
                List.of(),
                Given.DEED);

        assertEquals(CHANGING, parsed.of(account), "nobody has told of a newer version");
        assertEquals(next, parsed.of(accounts.byId(account.id()).orElseThrow()));
        assertEquals(next, parsed.of(account));
    }
}
