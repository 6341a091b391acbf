package io.quittance.persistence.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.key.GatewayKeys;
import io.quittance.application.key.GatewayKeys.Kept;
import io.quittance.application.store.Given;
import io.quittance.domain.key.Term;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyUnreadable;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The gateway's keys in SQL")
class JdbcGatewayKeysTest {
    private static final BodyCipher CIPHER = BodyCipher.of(new byte[BodyCipher.KEY_BYTES], new SecureRandom());

    interface InSql {
        JdbcStore store();

        private GatewayKeys keys() {
            return new JdbcGatewayKeys(store().database().sql(), CIPHER);
        }

        private static Kept key(Optional<Bytes> secret, Term term) {
            return new Kept(Given.unique("key-"), Bytes.utf8("open"), secret, term, Given.DEED);
        }

        private List<Kept> kept(List<Kept> of) {
            return keys().all().stream()
                    .filter(one -> of.stream().anyMatch(other -> other.id().equals(one.id())))
                    .toList();
        }

        @Test
        default void are_kept_in_their_order_with_their_terms() {
            Kept first = key(Optional.empty(), Term.OPEN);
            Kept second = key(Optional.of(Bytes.utf8("secret")), new Term(Given.NOON, Optional.empty()));
            Kept ending = new Kept(
                    first.id(),
                    first.open(),
                    first.secret(),
                    new Term(Term.ALWAYS, Optional.of(Given.NOON), true),
                    first.last());

            store().perform(() -> {
                keys().lock();
                keys().keep(first);
                keys().keep(second);
            });
            store().perform(() -> keys().keep(ending));

            assertEquals(List.of(ending, second), kept(List.of(first, second)));
            store().database().sql().change("clean up", "delete from gateway_key where fingerprint = ?", second.id());
        }

        @Test
        default void are_kept_as_another_text_from_then_on() {
            Kept secret = key(Optional.of(Bytes.utf8("secret")), Term.OPEN);
            Kept moved = new Kept(
                    secret.id(), secret.open(), Optional.of(Bytes.utf8("env:KEY")), secret.term(), secret.last());
            store().perform(() -> keys().keep(secret));

            store().perform(() -> {
                keys().lock();
                keys().keep(moved);
            });

            assertEquals(List.of(moved), kept(List.of(secret)));
            store().database().sql().change("clean up", "delete from gateway_key where fingerprint = ?", secret.id());
        }

        @Test
        default void are_read_with_the_body_key_alone() {
            Kept secret = key(Optional.of(Bytes.utf8("secret")), Term.OPEN);
            store().perform(() -> keys().keep(secret));

            GatewayKeys stranger = new JdbcGatewayKeys(
                    store().database().sql(), BodyCipher.of("x".repeat(32).getBytes(), new SecureRandom()));
            assertThrows(BodyUnreadable.class, stranger::all);
            store().database().sql().change("clean up", "delete from gateway_key where fingerprint = ?", secret.id());
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

    @Nested
    @NeedsMySql
    class On_MySql implements InSql {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMySql();
        }
    }
}
