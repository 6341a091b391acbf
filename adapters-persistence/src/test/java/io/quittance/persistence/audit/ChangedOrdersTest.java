package io.quittance.persistence.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.audit.Damage;
import io.quittance.application.audit.Damage.What;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.Wish;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.NeedsMySql;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An order whose own row somebody changed by hand")
class ChangedOrdersTest {
    private static final JournalEntry OVERDUE = JournalEntry.noted(Kind.OVERDUE, Given.NOON, "no result in PT24H");

    interface Changed {
        /** What other tests damaged stays so. */
        Scene scene();

        private Storied orders() {
            return new Storied(scene());
        }

        private List<Damage> found(ObjectRef about) {
            return scene().damages().stream()
                    .filter(one -> one.about().equals(about))
                    .toList();
        }

        /** @param row of the journal that says otherwise */
        private void named(ObjectRef about, int row, String what, String why) {
            assertEquals(List.of(), found(about));

            orders().change(about, what);

            assertEquals(List.of(new Damage(about, row, What.ORDER, why)), found(about));
        }

        @Test
        default void is_named_if_it_is_said_to_have_ended_or_to_be_pending() {
            for (Sort sort : Sort.values()) {
                named(
                        orders().operation(sort),
                        1,
                        "state = 'SUCCESS'",
                        "the order's row says that it is SUCCESS, its journal PENDING");
                named(
                        orders().succeeded(sort),
                        4,
                        "state = 'PENDING'",
                        "the order's row says that it is PENDING, its journal SUCCESS");
            }
            named(
                    orders().payout(),
                    1,
                    "state = 'PENDINH'",
                    "the order's row says that it is PENDINH, its journal PENDING");
            named(
                    orders().payment(),
                    2,
                    "state = 'FAILED'",
                    "the order's row says that it is FAILED, its journal CLOSED");
            named(orders().link(), 1, "state = 'PAID'", "the order's row says that it is PAID, its journal ACTIVE");
        }

        @Test
        default void is_named_if_it_is_about_another_amount() {
            named(
                    orders().operation(Sort.CAPTURE),
                    1,
                    "amount = 100.51",
                    "the order's row is about 100.51 USD, and its journal is not");
            named(
                    orders().operation(Sort.CAPTURE),
                    1,
                    "currency = 'EUR'",
                    "the order's row is about 100.50 EUR, and its journal is not");
            named(
                    orders().payout(),
                    1,
                    "amount = 3050",
                    "the order's row is about 3050.00 PHP, and its journal is not");
            named(
                    orders().payout(),
                    1,
                    "currency = 'php'",
                    "the order's row is about 30.50000000 php, and its journal is not");
            named(
                    orders().link(),
                    1,
                    "amount = -5",
                    "the order's row is about -5.00000000 USD, and its journal is not");
        }

        @Test
        default void is_named_if_it_is_about_something_else() {
            named(
                    orders().operation(Sort.CANCEL),
                    1,
                    "out_trade_no = '" + "ORDER-2" + "'",
                    "the order's row is about ORDER-2, and its journal is not");
            named(orders().relay(), 1, "api = 'refunds'", "the order's row is about refunds, and its journal is not");
            named(orders().news(), 1, "subject = 'R-2'", "the order's row is about REFUND R-2, and its journal is not");
        }

        @Test
        default void is_named_if_it_is_said_to_be_another_one_upstream() {
            String why = "upstream has it under another number than the order's row says";
            for (Sort sort : Sort.values()) {
                named(orders().operation(sort), 2, "upstream_no = 'NO-2'", why);
                named(orders().operation(sort), 2, "upstream_no = null", why);
            }
        }

        @Test
        default void is_named_if_it_is_hidden_from_whoever_looks_for_overdue_ones_or_shown_to_them() {
            ObjectRef overdue = orders().operation(Sort.CAPTURE, OVERDUE);
            orders().change(overdue, "overdue_at = created_at");
            named(overdue, 3, "overdue_at = null", "the order's row says nothing of its being overdue");
            named(
                    orders().operation(Sort.CAPTURE),
                    1,
                    "overdue_at = created_at",
                    "the order's row says that it is overdue, and its journal does not");
        }

        @Test
        default void is_named_though_its_bodies_were_forgotten() {
            ObjectRef about = orders().succeeded(Sort.CAPTURE);
            scene().append(about, Taking.received("seven"));
            new Taking(scene()).forget(about);

            named(about, 4, "state = 'FAILED'", "the order's row says that it is FAILED, its journal SUCCESS");
        }

        @Test
        default void is_none_where_lines_were_cut_or_masked_or_a_link_lives_again() {
            ObjectRef masked = orders().operation(Sort.CAPTURE);
            orders().change(masked, "upstream_no = 'NO-1'");
            scene().append(
                            masked,
                            Storied.line(
                                    Kind.RECEIVED,
                                    "upstream reports PENDING, its number 4111111111111111; made no sense"));
            orders().change(masked, "upstream_no = '4111111111111111'");
            assertEquals(List.of(), found(masked));

            ObjectRef paid = orders().link();
            String many = "ACTIVE (T1 PENDING) -> PAID (" + "T SUCCESS, ".repeat(60);
            scene().append(paid, Storied.line(Kind.MOVED, many + ", on the word of the entry before"));
            orders().change(paid, "state = 'PAID'");
            assertEquals(List.of(), found(paid));

            ObjectRef again = orders().link();
            scene().append(again, Storied.line(Kind.LAPSED, "its time was over"), Storied.moved("ACTIVE", "EXPIRED"));
            orders().change(again, "state = 'EXPIRED'");
            assertEquals(List.of(), found(again));
            scene().append(again, Storied.line(Kind.REQUESTED, Wish.PAYMENT_LINK.line("7.00 USD")));
            orders().change(again, "state = 'ACTIVE', amount = 7");
            assertEquals(List.of(), found(again));
            orders().change(again, "amount = 6");
            assertEquals(
                    List.of(What.ORDER), found(again).stream().map(Damage::what).toList());
        }
    }

    @Nested
    class On_H2 extends OnOneScene implements Changed {
        On_H2() {
            super(() -> TestDatabases.h2InMemory());
        }
    }

    @Nested
    class On_MariaDb extends OnOneScene implements Changed {
        On_MariaDb() {
            super(() -> TestDatabases.mariaDb());
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql extends OnOneScene implements Changed {
        On_MySql() {
            super(() -> TestDatabases.external().orElseThrow());
        }
    }
}
