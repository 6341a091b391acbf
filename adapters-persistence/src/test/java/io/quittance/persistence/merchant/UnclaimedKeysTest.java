package io.quittance.persistence.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quittance.application.merchant.KeyChange;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Merchants.Added;
import io.quittance.application.merchant.Merchants.KeyChanged;
import io.quittance.application.merchant.Registration;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.persistence.store.JdbcStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** As a version before this one has registered them. */
@DisplayName("A key that several had before there were claims")
class UnclaimedKeysTest {
    interface InSql {
        JdbcStore store();

        private Registration with(MerchantKey key) {
            Registration some = Given.registration();
            return new Registration(
                    some.app(), some.no(), some.notifyUrl(), some.payoutDialect(), key, List.of(Given.newAccount()));
        }

        @Test
        default void stays_with_each_of_them_and_can_be_changed() {
            Merchants merchants = store().merchants();
            MerchantKey shared = Given.key();
            Merchant first = Given.registered(merchants, with(shared));
            store().database()
                    .sql()
                    .change(
                            "forget a claim",
                            "update merchant_key set claim = null where merchant_id = ?",
                            first.id().value());
            Merchant second = Given.registered(merchants, with(shared));

            assertEquals(Optional.of(first), merchants.byApp(first.app()));
            assertEquals(Optional.of(second), merchants.byApp(second.app()));
            MerchantKey young = Given.key();
            assertInstanceOf(
                    KeyChanged.Done.class,
                    merchants.changeKey(
                            first.app(),
                            KeyChange.add(young.id(), young.key(), Given.NOON.minusSeconds(1)),
                            Given.DEED));
            assertInstanceOf(
                    KeyChanged.Done.class, merchants.changeKey(first.app(), KeyChange.revoke(shared.id()), Given.DEED));
            assertEquals(Optional.of(second), merchants.byApp(second.app()));
            assertEquals(new Added.KeyTaken(), merchants.add(with(shared)));
        }
    }

    @Nested
    class On_H2 implements InSql {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements InSql {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }
    }
}
