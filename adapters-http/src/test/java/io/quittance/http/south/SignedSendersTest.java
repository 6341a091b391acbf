package io.quittance.http.south;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.NewAccount;
import io.quittance.application.key.InMemoryKeyUses;
import io.quittance.application.key.KeyUses;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.Handle;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.live.Heard;
import io.quittance.http.outbound.Independent;
import io.quittance.http.signing.RestingKeys;
import io.quittance.http.signing.Rsa;
import io.quittance.http.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A verification is the dearest that a stranger can make us do. */
@DisplayName("A message that names nobody")
class SignedSendersTest {
    private static final List<KeyPair> PAIRS =
            Stream.generate(Independent::keys).limit(12).toList();
    private static final Bytes RAW = Bytes.utf8("{\"orderId\":\"O1\"}");

    private final InMemoryStore store = InMemoryStore.at(() -> Given.NOON);
    private final Map<AccountId, List<PublicKey>> keys = new HashMap<>();
    private final List<Merchant> merchants = new ArrayList<>();
    private final AtomicInteger lookedUp = new AtomicInteger();
    private final AtomicInteger verifications = new AtomicInteger();
    private final SignedSenders senders = new SignedSenders(
            store.merchants(),
            store.accounts(),
            this::keys,
            new RestingKeys(() -> Given.NOON),
            new KeyUses(new InMemoryKeyUses(), () -> Given.NOON),
            (key, raw, sign) -> {
                verifications.incrementAndGet();
                return Rsa.verify(key, raw, sign);
            });

    private List<PublicKey> keys(Account account) {
        lookedUp.incrementAndGet();
        return keys.get(account.id());
    }

    private Merchant merchant(KeyPair upstream) {
        return merchant(List.of(upstream.getPublic()));
    }

    private Merchant merchant(List<PublicKey> upstream) {
        Merchant merchant = Given.registered(
                store.merchants(),
                Given.registration(List.of(new NewAccount(
                        Given.newAccount().acquirer(),
                        List.of(new Handle("app-id", Given.unique("up"))),
                        Bytes.utf8("{}")))));
        for (Account account : store.accounts().byMerchant(merchant.id())) {
            keys.put(account.id(), upstream);
        }
        merchants.add(merchant);
        return merchant;
    }

    /** The legacy one: for whom it may be is looked up, the likeliest first. */
    private Callback asking(List<List<Merchant>> groups) {
        return new Callback() {
            @Override
            public String name() {
                return "flat";
            }

            @Override
            public Senders senders() {
                return senders;
            }

            @Override
            public Optional<List<List<Merchant>>> recipients(Json.Obj message) {
                return Optional.of(groups);
            }

            @Override
            public Settled take(Notification notification) {
                throw new AssertionError("it is only verified");
            }
        };
    }

    private Callback.Notification verified(List<List<Merchant>> groups, Optional<AppId> app, String sign)
            throws Refusal {
        Incoming incoming =
                new Incoming(app.map(AppId::value), new Json.Obj(Map.of()), RAW, Map.of("Sign", List.of(sign)));
        return senders.verify(asking(groups), incoming);
    }

    private static String signed(KeyPair by) {
        return Independent.sign(by.getPrivate(), RAW.asUtf8().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void costs_a_forger_at_most_eight_verifications_whoever_it_may_be_for() {
        for (int i = 0; i < 50; i++) {
            merchant(List.of(Independent.publicKey()));
        }
        List<List<Merchant>> groups = List.of(merchants, merchants, merchants);

        assertThrows(Refusal.class, () -> verified(groups, Optional.empty(), signed(PAIRS.getFirst())));

        assertEquals(SignedSenders.MOST_KEYS, verifications.get());
        assertEquals(SignedSenders.MOST_KEYS + 1, lookedUp.get(), "and no account behind the one that is too many");
    }

    @Test
    void costs_no_more_where_the_address_names_a_merchant_with_many_keys() {
        Merchant named =
                merchant(Stream.generate(Independent::publicKey).limit(12).toList());

        try (Heard heard = new Heard()) {
            assertThrows(Refusal.class, () -> verified(List.of(), Optional.of(named.app()), signed(PAIRS.getFirst())));

            assertEquals(SignedSenders.MOST_KEYS, verifications.get());
            assertTrue(heard.text().contains("let keys of the account end that are not used any more"), heard::text);
        }
    }

    @Test
    void costs_one_for_a_key_that_is_everybodys() {
        for (int i = 0; i < 50; i++) {
            merchant(PAIRS.getFirst());
        }

        assertThrows(
                Refusal.class,
                () -> verified(List.of(merchants, merchants), Optional.empty(), signed(Independent.keys())));

        assertEquals(1, verifications.get());
    }

    @Test
    void is_known_by_the_key_of_who_has_the_order_first() throws Refusal {
        PAIRS.forEach(this::merchant);
        Merchant owner = merchants.getLast();

        var notification = verified(List.of(List.of(owner), merchants), Optional.empty(), signed(PAIRS.getLast()));

        assertEquals(1, verifications.get());
        assertEquals(
                List.of(owner),
                notification.candidates().stream().map(one -> one.merchant()).toList());
    }

    @Test
    void of_the_ninth_key_is_known_at_the_address_with_the_app_id() throws Refusal {
        PAIRS.forEach(this::merchant);
        Merchant ninth = merchants.get(SignedSenders.MOST_KEYS);
        String sign = signed(PAIRS.get(SignedSenders.MOST_KEYS));

        assertThrows(Refusal.class, () -> verified(List.of(merchants), Optional.empty(), sign));
        verifications.set(0);

        assertEquals(
                1,
                verified(List.of(merchants), Optional.of(ninth.app()), sign)
                        .candidates()
                        .size());
        assertEquals(1, verifications.get());
    }

    @Test
    void that_is_signed_twice_or_not_at_all_costs_none() {
        merchant(PAIRS.getFirst());
        for (List<String> signs : List.of(List.<String>of(), List.of(signed(PAIRS.getFirst()), "x"))) {
            Incoming incoming = new Incoming(Optional.empty(), new Json.Obj(Map.of()), RAW, Map.of("sign", signs));

            assertThrows(Refusal.class, () -> senders.verify(asking(List.of(merchants)), incoming));
        }

        assertEquals(0, verifications.get());
    }
}
