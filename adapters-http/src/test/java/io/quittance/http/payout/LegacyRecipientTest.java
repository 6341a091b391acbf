package io.quittance.http.payout;

import static io.quittance.http.payout.PayoutDesk.LEGACY;
import static io.quittance.http.payout.PayoutDesk.legacy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Discrepancies;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.outbound.Independent;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A payout callback in the flat form, whose body names no merchant,")
class LegacyRecipientTest {
    private static final String ACKNOWLEDGED = "{\"bizCode\":\"0000\",\"message\":\"success\"}";

    private final PayoutDesk desk = new PayoutDesk();

    @AfterEach
    void stop() {
        desk.close();
    }

    private Merchant legacyMerchant(String app, KeyPair upstream) {
        return desk.gateway.register(
                app, "P-" + app, Independent.keys(), "up-" + app, "N-" + app, PayoutDialect.LEGACY, upstream);
    }

    private void told(String path, String body, KeyPair keys) {
        Answer answer = desk.tell(path, body, keys);
        assertEquals(ACKNOWLEDGED, answer.body().asUtf8());
        assertEquals(200, answer.status());
    }

    private Optional<Payout> payout(Merchant merchant, String order) {
        return desk.gateway.store.payouts().find(merchant.id(), new OutTradeNo(order));
    }

    private List<Discrepancies.Kept> unassigned() {
        return desk.gateway.store.discrepancies().unassigned(100);
    }

    @Nested
    class Whose_address_names_the_merchant {
        @Test
        void is_for_that_one() {
            desk.requested("named");

            told(LEGACY + "/" + LiveGateway.APP, legacy("named", 1, ""), Keys.UPSTREAM);

            assertTrue(desk.gateway.payout("named").orElseThrow().ended());
        }

        @Test
        void is_refused_when_the_key_is_anothers() {
            desk.requested("forged");

            Answer answer = desk.tell(LEGACY + "/" + LiveGateway.APP, legacy("forged", 1, ""), Keys.NEIGHBOUR);

            assertEquals(401, answer.status());
            assertEquals(
                    "{\"bizCode\":\"9998\",\"message\":\"sign is invalid\"}",
                    answer.body().asUtf8());
            assertFalse(desk.gateway.payout("forged").orElseThrow().ended());
        }

        @Test
        void is_refused_when_there_is_no_such_merchant() {
            assertEquals(
                    401,
                    desk.tell(LEGACY + "/nobody", legacy("x", 1, ""), Keys.UPSTREAM)
                            .status());
        }
    }

    @Nested
    class That_names_nobody {
        @Test
        void is_for_whoever_has_that_order() {
            legacyMerchant("other", Keys.UPSTREAM);
            desk.requested("known");

            told(LEGACY, legacy("known", 1, ""), Keys.UPSTREAM);

            assertTrue(desk.gateway.payout("known").orElseThrow().ended());
        }

        @Test
        void is_else_for_the_only_merchant_in_that_dialect() {
            Merchant only = legacyMerchant("only", Keys.UPSTREAM);

            told(LEGACY, legacy("portal", 1, ""), Keys.UPSTREAM);

            assertTrue(payout(only, "portal").isPresent());
        }

        @Test
        void is_else_for_the_only_one_whose_key_verifies_it() {
            legacyMerchant("one", Keys.UPSTREAM);
            Merchant other = legacyMerchant("two", Keys.GATEWAY);

            told(LEGACY, legacy("portal", 1, ""), Keys.GATEWAY);

            assertTrue(payout(other, "portal").isPresent());
        }

        @Test
        void is_else_nobodys_kept_for_a_person_and_acknowledged() {
            legacyMerchant("one", Keys.UPSTREAM);
            legacyMerchant("two", Keys.UPSTREAM);

            told(LEGACY, legacy("whose", 1, ""), Keys.UPSTREAM);
            told(LEGACY, legacy("whose", 1, ""), Keys.UPSTREAM);

            assertEquals(1, unassigned().size());
            assertEquals(1, unassigned().getFirst().repeats());
            assertEquals(
                    Optional.<MerchantId>empty(),
                    unassigned().getFirst().discrepancy().merchant());
        }

        @Test
        void is_refused_when_no_key_verifies_it() {
            Answer answer = desk.tell(LEGACY, legacy("strange", 1, ""), Keys.MERCHANT);

            assertEquals(401, answer.status());
            assertTrue(answer.body().asUtf8().startsWith("{\"bizCode\":\"9998\""));
        }
    }
}
