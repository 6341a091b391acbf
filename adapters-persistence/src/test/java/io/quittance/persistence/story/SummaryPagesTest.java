package io.quittance.persistence.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.store.Given;
import io.quittance.application.story.Summary;
import io.quittance.application.story.Wanted;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Lists of orders, in SQL,")
class SummaryPagesTest {
    private static final int SOME = 10;

    interface Read {
        JdbcStore store();

        private JdbcSummaries summaries() {
            return new JdbcSummaries(store().database().sql());
        }

        private static Wanted all(Kind kind, Merchant merchant) {
            return new Wanted(kind, Optional.empty(), List.of(merchant.id()), Optional.empty(), false);
        }

        private static List<ObjectRef> refs(List<Summary> found) {
            return found.stream().map(Summary::about).toList();
        }

        @Test
        default void come_page_by_page_each_order_once_whatever_is_added_meanwhile() {
            Merchant merchant = Given.merchant(store());
            List<String> kept = new ArrayList<>(IntStream.range(0, 7)
                    .mapToObj(_ -> GivenOperations.kept(store(), GivenOperations.capture(merchant.id()))
                            .id()
                            .value())
                    .toList());
            Wanted wanted = all(Kind.CAPTURE, merchant);

            List<String> listed = new ArrayList<>();
            List<Summary> page = summaries().page(wanted, Optional.empty(), 3);
            while (!page.isEmpty()) {
                page.forEach(one -> listed.add(one.about().id()));
                GivenOperations.kept(
                        store(),
                        GivenOperations.capture(merchant.id(), "zzz" + Given.unique("later"), Given.unique("R")));
                page = summaries().page(wanted, Optional.of(page.getLast().about()), 3);
            }

            assertEquals(kept.stream().sorted().toList().reversed(), listed);
        }

        /** Links have no time in their numbers: they stand behind what has, of their second and of none after it. */
        @Test
        default void of_all_kinds_go_by_the_second_in_which_they_were_made() {
            Merchant merchant = Given.merchant(store());
            String unique = Given.unique("");
            List<String> newestFirst = new ArrayList<>();
            for (int second = 9; second >= 0; second--) {
                String time = "2026030112000" + second;
                if (second % 3 == 0) {
                    newestFirst.add(payout(merchant, time + "PO" + unique));
                }
                newestFirst.add(capture(merchant, time + "CA" + unique));
            }
            // Given.NOON is of second 0.
            List<String> links = IntStream.range(0, 4)
                    .mapToObj(_ ->
                            Given.kept(store(), Given.link(merchant.id())).id().value())
                    .sorted(Comparator.reverseOrder())
                    .toList();
            newestFirst.addAll(links);
            newestFirst.add(capture(merchant, "20260301115959CA" + unique));
            Wanted wanted = new Wanted(
                    Optional.<Kind>empty(), Optional.empty(), List.of(merchant.id()), Optional.empty(), false);

            for (int limit : List.of(1, 2, 3, 100)) {
                assertEquals(newestFirst, listed(wanted, limit), "by " + limit);
            }
            Wanted active = new Wanted(
                    Optional.empty(), Optional.of("ACTIVE"), List.of(merchant.id()), Optional.empty(), false);
            assertEquals(links, listed(active, 3));
        }

        /** Their numbers fall while their times rise; the last is of another month. */
        @Test
        default void of_payment_links_alone_go_by_the_time_when_they_were_made() {
            Merchant merchant = Given.merchant(store());
            String unique = Given.unique("");
            List<String> newestFirst = IntStream.range(0, 5)
                    .mapToObj(place -> link(
                            merchant,
                            "L" + place + unique,
                            Given.NOON.minus(Duration.ofSeconds(place * place * 86_400L))))
                    .toList();

            for (int limit : List.of(1, 2, 100)) {
                assertEquals(newestFirst, listed(all(Kind.PAYMENT_LINK, merchant), limit), "by " + limit);
            }
        }

        private String link(Merchant merchant, String id, Instant made) {
            PaymentLink link = PaymentLink.asked(
                    new LinkId(id),
                    merchant.id(),
                    Given.account(merchant.id()),
                    new MerchantLinkId(id),
                    Given.offer(),
                    made,
                    Duration.ofHours(1),
                    made.plusSeconds(15));
            return Given.kept(store(), link).id().value();
        }

        /** Page by page, while others are added that are newer than all. */
        private List<String> listed(Wanted wanted, int limit) {
            List<String> listed = new ArrayList<>();
            List<Summary> page = summaries().page(wanted, Optional.empty(), limit);
            while (!page.isEmpty()) {
                page.forEach(one -> listed.add(one.about().id()));
                capture(Given.merchant(store()), "20260301130000CA" + Given.unique(""));
                page = summaries().page(wanted, Optional.of(page.getLast().about()), limit);
            }
            return listed;
        }

        private String capture(Merchant merchant, String number) {
            return GivenOperations.kept(store(), GivenOperations.capture(merchant.id(), number, Given.unique("R")))
                    .id()
                    .value();
        }

        private String payout(Merchant merchant, String number) {
            return GivenPayouts.kept(store(), GivenPayouts.payout(merchant.id(), number, Given.unique("O")))
                    .id()
                    .value();
        }

        @Test
        default void hold_what_is_wanted() {
            Merchant merchant = Given.merchant(store());
            Operation open = GivenOperations.kept(store(), GivenOperations.capture(merchant.id()));
            Operation ended =
                    GivenOperations.kept(store(), GivenOperations.succeeded(GivenOperations.capture(merchant.id())));
            store().operations().markOverdue(open.id(), Given.NOON);

            Wanted succeeded =
                    new Wanted(Kind.CAPTURE, Optional.of("SUCCESS"), List.of(merchant.id()), Optional.empty(), false);
            Wanted overdue = new Wanted(Kind.CAPTURE, Optional.empty(), List.of(merchant.id()), Optional.empty(), true);
            Wanted tooOld = new Wanted(
                    Kind.CAPTURE,
                    Optional.empty(),
                    List.of(merchant.id()),
                    Optional.of(open.asked().at().minusSeconds(1)),
                    false);

            assertEquals(List.of(ObjectRef.of(ended.id())), refs(summaries().page(succeeded, Optional.empty(), SOME)));
            List<Summary> late = summaries().page(overdue, Optional.empty(), SOME);
            assertEquals(List.of(ObjectRef.of(open.id())), refs(late));
            assertEquals(Optional.of(Given.NOON), late.getFirst().overdueAt());
            assertEquals(List.of(), summaries().page(tooOld, Optional.empty(), SOME));
        }
    }

    @Nested
    class On_H2 implements Read {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements Read {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Read {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMySql();
        }
    }
}
