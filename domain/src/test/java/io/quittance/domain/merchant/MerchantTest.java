package io.quittance.domain.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.key.KeyRing;
import io.quittance.domain.key.Term;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A merchant")
class MerchantTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final PublicKey key;

    MerchantTest() throws NoSuchAlgorithmException {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    }

    private MerchantKey key(String id, Instant from, Optional<Instant> until) {
        return new MerchantKey(id, key, new Term(from, until));
    }

    private static Merchant with(List<MerchantKey> keys) {
        return new Merchant(
                new MerchantId(1),
                new AppId("app"),
                new MerchantNo("no"),
                true,
                URI.create("https://merchant.example/notify"),
                PayoutDialect.V2,
                keys,
                List.of(),
                Optional.empty(),
                NotifyHosts.REGISTERED);
    }

    @Test
    void may_sign_from_the_first_instant_of_a_key_to_just_before_its_end() {
        MerchantKey ending = key("1", NOON, Optional.of(NOON.plusSeconds(60)));
        Merchant merchant = with(List.of(ending));

        assertEquals(List.of(), merchant.keysAt(NOON.minusMillis(1)));
        assertEquals(List.of(ending), merchant.keysAt(NOON));
        assertEquals(List.of(ending), merchant.keysAt(NOON.plusMillis(59_999)));
        assertEquals(List.of(), merchant.keysAt(NOON.plusSeconds(60)));
    }

    @Test
    void may_sign_with_the_old_key_and_the_new_one_while_both_count() {
        MerchantKey old = key("1", NOON, Optional.of(NOON.plusSeconds(60)));
        MerchantKey young = key("2", NOON.plusSeconds(30), Optional.empty());
        Merchant merchant = with(List.of(old, young));

        assertEquals(List.of(old, young), merchant.keysAt(NOON.plusSeconds(45)));
        assertEquals(List.of(young), merchant.keysAt(NOON.plusSeconds(60)));
    }

    @Test
    void has_a_changed_key_in_its_place_and_a_new_one_behind_the_others() {
        MerchantKey old = key("1", NOON, Optional.empty());
        MerchantKey young = key("2", NOON, Optional.empty());
        MerchantKey ended = key("1", NOON, Optional.of(NOON.plusSeconds(60)));

        assertEquals(List.of(old, young), with(List.of(old)).with(young).keys());
        assertEquals(
                List.of(ended, young), with(List.of(old, young)).with(ended).keys());
        assertEquals(
                new KeyRing(List.of(new KeyRing.Held("1", ended.term()), new KeyRing.Held("2", young.term()))),
                with(List.of(ended, young)).ring());
    }

    @Test
    void may_be_told_on_the_hosts_that_are_registered_or_listed_for_it_and_on_no_other() {
        Merchant merchant = told(NotifyHosts.REGISTERED);
        Merchant listed = told(new NotifyHosts(Set.of("listed.example")));

        for (String url : List.of("http://merchant.example:8443/elsewhere", "https://books.example/")) {
            assertTrue(merchant.mayBeToldAt(URI.create(url)), url);
            assertTrue(listed.mayBeToldAt(URI.create(url)), url);
        }
        for (String url : List.of(
                "https://other.example/notify", "https://sub.merchant.example/notify", "https://gone.example/")) {
            assertFalse(merchant.mayBeToldAt(URI.create(url)), url);
            assertFalse(listed.mayBeToldAt(URI.create(url)), url);
            assertTrue(told(NotifyHosts.ANY).mayBeToldAt(URI.create(url)), url);
        }
        assertTrue(listed.mayBeToldAt(URI.create("https://listed.example/notify")));
        assertFalse(merchant.mayBeToldAt(URI.create("https://listed.example/notify")));
    }

    private static Merchant told(NotifyHosts hosts) {
        Merchant one = with(List.of());
        return new Merchant(
                one.id(),
                one.app(),
                one.no(),
                true,
                one.notifyUrl(),
                one.payoutDialect(),
                List.of(),
                List.of(endpoint(1, "books", Optional.empty()), endpoint(2, "gone", Optional.of(NOON))),
                Optional.empty(),
                hosts);
    }

    private static Endpoint endpoint(long number, String name, Optional<Instant> removedAt) {
        return new Endpoint(
                EndpointId.further(number),
                name,
                URI.create("https://" + name + ".example/"),
                PayoutDialect.V2,
                Endpoint.ALL_TOPICS,
                false,
                removedAt);
    }

    @Test
    void is_told_of_payouts_in_the_form_that_it_speaks() {
        Merchant merchant = with(List.of(key("1", NOON, Optional.empty())));

        assertEquals(
                PayoutDialect.LEGACY,
                merchant.speaking(PayoutDialect.LEGACY).registered().payoutDialect());
        assertEquals(merchant, merchant.speaking(PayoutDialect.LEGACY).speaking(PayoutDialect.V2));
    }

    @Test
    void does_not_change_with_the_list_of_keys_that_it_was_made_of() {
        List<MerchantKey> keys = new ArrayList<>();
        Merchant merchant = with(keys);

        keys.add(key("1", NOON, Optional.empty()));

        assertEquals(List.of(), merchant.keys());
    }
}
