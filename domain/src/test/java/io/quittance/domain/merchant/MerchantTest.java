package io.quittance.domain.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.key.Term;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    void does_not_change_with_the_list_of_keys_that_it_was_made_of() {
        List<MerchantKey> keys = new ArrayList<>();
        Merchant merchant = with(keys);

        keys.add(key("1", NOON, Optional.empty()));

        assertEquals(List.of(), merchant.keys());
    }
}
