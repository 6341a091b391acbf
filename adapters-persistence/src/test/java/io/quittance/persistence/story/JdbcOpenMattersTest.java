package io.quittance.persistence.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.removal.OpenMatters;
import io.quittance.application.removal.OpenMatters.Open;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.merchant.Merchant;
import io.quittance.persistence.store.GivenDeliveries;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What is open of a merchant")
class JdbcOpenMattersTest {
    interface Counted {
        JdbcStore store();

        private OpenMatters matters() {
            return new JdbcOpenMatters(store().database().sql());
        }

        @Test
        default void is_nothing_of_one_whose_orders_have_ended() {
            Merchant merchant = Given.merchant(store());
            GivenOperations.kept(store(), GivenOperations.succeeded(GivenOperations.capture(merchant.id())));

            assertEquals(new Open(Map.of(), 0, 0, 0), matters().of(merchant.id()));
        }

        @Test
        default void is_counted_by_kind_be_it_overdue() {
            Merchant merchant = Given.merchant(store());
            Operation late = GivenOperations.kept(store(), GivenOperations.capture(merchant.id()));
            store().operations().markOverdue(late.id(), Given.NOON);
            GivenOperations.kept(store(), GivenOperations.capture(merchant.id()));
            store().payouts().add(GivenPayouts.payout(merchant.id(), Given.unique("T"), Given.unique("O")));
            store().paymentLinks().add(Given.link(merchant.id(), Given.unique("L"), Given.unique("M")));
            GivenOperations.kept(
                    store(), GivenOperations.capture(Given.merchant(store()).id()));

            assertEquals(
                    new Open(Map.of(Kind.CAPTURE, 2L, Kind.PAYOUT, 1L, Kind.PAYMENT_LINK, 1L), 0, 0, 0),
                    matters().of(merchant.id()));
        }

        @Test
        default void is_also_what_is_owed_and_what_contradicts() {
            Merchant merchant = Given.merchant(store());
            Operation ended =
                    GivenOperations.kept(store(), GivenOperations.succeeded(GivenOperations.capture(merchant.id())));
            ObjectRef about = ObjectRef.of(ended.id());
            store().perform(() -> {
                GivenDeliveries.owe(store(), merchant.id(), about);
                store().discrepancies().open(contradicting(merchant));
            });

            assertEquals(new Open(Map.of(), 1, 0, 1), matters().of(merchant.id()));
        }

        private static Discrepancy contradicting(Merchant merchant) {
            return new Discrepancy(
                    merchant.id(), Optional.empty(), Given.message(Given.unique("told")), "for a test", Given.NOON);
        }
    }

    @Nested
    class On_H2 implements Counted {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements Counted {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Counted {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMySql();
        }
    }
}
