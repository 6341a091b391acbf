package io.quittance.http.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A capture at the simulator")
class SimulatorCaptureTest {
    private static final Duration DELAY = Duration.ofMillis(200);

    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.rehearsedAt(clock);
    private final Merchant merchant = Given.merchant(store);
    private final List<Instant> woken = new ArrayList<>();
    private final SimulatorOperationAcquirer simulator = new SimulatorOperationAcquirer(new SimulatorDesk(
            store.simulatedOrders(), store.transactions(), new SecureRandom(), clock, DELAY, (at, _) -> woken.add(at)));

    @Nested
    class Asked_for_the_first_time {
        @Test
        void is_taken_under_a_number_in_the_style_of_the_pages() {
            String number = number(ask("R1", "100.50"));

            assertTrue(number.matches("20260301120000SM[1-9][0-9]{18}"), number);
        }

        @Test
        void is_kept_until_it_settles_and_the_notifier_hears_when() {
            String number = number(ask("R1", "100.50"));

            assertEquals(
                    Optional.of(new SimulatedOrder(
                            number,
                            merchant.id(),
                            Given.account(merchant.id()),
                            "capture",
                            "R1",
                            Bytes.utf8("{\"requestId\":\"R1\",\"outTradeNo\":\"ORDER-1\",\"currency\":\"USD\","
                                    + "\"amount\":100.50}"),
                            Given.NOON,
                            Verdict.SUCCESS,
                            Optional.empty(),
                            Given.NOON.plus(DELAY),
                            Optional.of(Given.NOON.plus(DELAY)),
                            0,
                            0)),
                    kept("R1"));
            assertEquals(List.of(Given.NOON.plus(DELAY)), woken);
        }

        @ParameterizedTest
        @CsvSource({
            "100, SUCCESS", "110, FAILED", "110.00, FAILED", "11000, FAILED", "120, PENDING", "120.00, PENDING",
            "12000, PENDING", "110.01, SUCCESS", "1100, SUCCESS", "10000, SUCCESS", "1200, SUCCESS", "0.01, SUCCESS"
        })
        void ends_as_its_amount_says(String amount, Verdict verdict) {
            ask("R1", amount);

            assertEquals(verdict, kept("R1").orElseThrow().verdict());
        }

        @Test
        void that_will_fail_says_why() {
            ask("R1", "110");

            assertEquals(
                    Optional.of(new Failure("PAYMENT_FAILED", "The simulator fails this amount.")),
                    kept("R1").orElseThrow().failure());
        }

        @Test
        void that_stays_pending_is_never_due() {
            ask("R1", "120");

            assertEquals(Optional.empty(), kept("R1").orElseThrow().dueAt());
            assertEquals(List.of(), woken);
        }

        @Test
        void has_another_number_than_any_other() {
            assertEquals(
                    100,
                    IntStream.range(0, 100)
                            .mapToObj(i -> number(ask("R" + i, "1")))
                            .distinct()
                            .count());
        }
    }

    @Nested
    class Asked_for_again {
        @Test
        void has_the_number_of_the_first_time_and_is_pending_until_its_result_was_told() {
            Answer<Said> first = ask("R1", "100.50");
            clock.move(Duration.ofHours(1));
            Answer<Said> again = ask("R1", "100.5");

            assertEquals(number(first), number(again));
            assertEquals(Optional.empty(), report(again));
            assertEquals(1, woken.size());
        }

        @Test
        void has_succeeded_once_that_was_told() {
            ask("R1", "100.50");
            tell("R1");

            assertEquals(
                    Optional.of(new Report.Settled(terms("100.50"), Given.NOON.plus(DELAY))),
                    report(ask("R1", "100.50")));
        }

        @Test
        void has_failed_once_that_was_told() {
            ask("R1", "110");
            tell("R1");

            assertEquals(
                    Optional.of(new Report.Declined(
                            terms("110"),
                            Given.NOON.plus(DELAY),
                            new Failure("PAYMENT_FAILED", "The simulator fails this amount."))),
                    report(ask("R1", "110")));
        }

        @Test
        void stays_pending_where_that_is_its_end() {
            ask("R1", "120");

            assertEquals(Optional.empty(), report(ask("R1", "120")));
        }

        @Test
        void with_other_content_is_not_taken_and_the_first_stands() {
            ask("R1", "100.50");
            Answer<Said> other = ask("R1", "100.51");

            assertEquals(
                    new Said.HadAlready(),
                    assertInstanceOf(Answer.Taken.class, other).said());
            assertTrue(kept("R1").orElseThrow().asked().asUtf8().contains("\"amount\":100.50}"));
        }

        @Test
        void by_another_merchant_is_another_capture() {
            Answer<Said> ours = ask("R1", "100.50");
            Answer<Said> theirs = simulator.submit(Given.holder(store, Given.merchant(store)), capture("R1", "7"));

            assertTrue(!number(ours).equals(number(theirs)));
        }

        @Test
        void may_be_asked_for_when_in_doubt() {
            assertTrue(simulator.knowsItsIds());
        }
    }

    private Answer<Said> ask(String request, String amount) {
        return simulator.submit(Given.holder(store, merchant), capture(request, amount));
    }

    private Capture capture(String request, String amount) {
        return Capture.requested(
                new CaptureId(Given.unique("C")),
                new Asked(
                        merchant.id(),
                        Given.account(merchant.id()),
                        new RequestId(request),
                        new OutTradeNo("ORDER-1"),
                        Given.NOON),
                Money.of(amount, "USD"),
                true);
    }

    private static Terms terms(String amount) {
        return GivenOperations.terms(new OutTradeNo("ORDER-1"), Money.of(amount, "USD"));
    }

    private Optional<SimulatedOrder> kept(String request) {
        return store.simulatedOrders().find(merchant.id(), "capture", request);
    }

    private void tell(String request) {
        store.perform(
                () -> store.simulatedOrders().told(kept(request).orElseThrow().acknowledged(Optional.empty())));
    }

    private static String number(Answer<Said> answer) {
        return said(answer).report().terms().number().map(UpstreamNo::value).orElseThrow();
    }

    /** How it ended, if it has, but for the number. */
    private static Optional<Report> report(Answer<Said> answer) {
        return said(answer).report() instanceof Report.Processing
                ? Optional.empty()
                : Optional.of(
                        GivenOperations.under(Optional.empty(), said(answer).report()));
    }

    private static Said.Has said(Answer<Said> answer) {
        return answer instanceof Answer.Taken<Said>(var _, Said.Has has) ? has : fail(answer.asLine());
    }
}
