package io.quittance.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.http.server.CutConnections.Reason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Patience is 30 seconds, idle 60; the clock begins where it is about to run over, as it may. */
@DisplayName("A conversation")
class ConversationTest {
    private static final long START = Long.MAX_VALUE - Duration.ofSeconds(10).toNanos();

    private final Conversation conversation = new Conversation(ClientLimits.USUAL, START);

    private static long at(int second) {
        return START + Duration.ofSeconds(second).toNanos();
    }

    private void endsAt(int second, Reason reason) {
        long before = at(second) - 1;
        assertEquals(Optional.empty(), conversation.overdue(before));
        assertEquals(1, conversation.remaining(before));
        assertEquals(Optional.of(reason), conversation.overdue(at(second)));
        assertEquals(0, conversation.remaining(at(second)));
    }

    private void neverEnds() {
        assertEquals(Long.MAX_VALUE, conversation.remaining(at(1_000)));
        assertEquals(Optional.empty(), conversation.overdue(at(1_000)));
    }

    private void answered(int second) {
        conversation.leaves(at(second));
        conversation.left(at(second));
    }

    @Test
    void that_never_begins_ends_as_a_slow_request() {
        endsAt(30, Reason.SLOW_REQUEST);
    }

    @Test
    void has_a_whole_request_within_the_time_from_its_first_byte_however_it_drips() {
        for (int second = 20; second < 50; second++) {
            conversation.arrives(at(second));
        }

        endsAt(50, Reason.SLOW_REQUEST);
    }

    @Nested
    class Once_asked {
        @Test
        void waits_for_us_without_end() {
            conversation.arrives(at(1));
            conversation.arrived(at(2));

            neverEnds();
        }

        @Test
        void has_the_answer_taken_within_the_time_from_its_beginning() {
            conversation.arrives(at(1));
            conversation.arrived(at(2));
            conversation.leaves(at(40));

            endsAt(70, Reason.SLOW_ANSWER);
        }

        @Test
        void may_then_be_idle_for_longer() {
            conversation.arrives(at(1));
            conversation.arrived(at(2));
            answered(40);

            endsAt(100, Reason.IDLE);
        }

        @Test
        void has_the_next_request_within_the_time_again() {
            conversation.arrives(at(1));
            conversation.arrived(at(2));
            answered(3);
            conversation.arrives(at(50));
            conversation.arrives(at(79));

            endsAt(80, Reason.SLOW_REQUEST);
        }
    }

    @Nested
    class Of_requests_in_a_row {
        @Test
        void charges_nobody_for_the_time_in_which_we_work() {
            conversation.arrives(at(1));
            conversation.arrived(at(1));
            conversation.arrives(at(2));
            neverEnds();

            answered(50);

            endsAt(80, Reason.SLOW_REQUEST);
        }

        @Test
        void gives_each_answer_its_own_time() {
            conversation.arrived(at(1));
            conversation.arrived(at(1));
            conversation.leaves(at(2));
            conversation.leaves(at(20));
            assertEquals(Optional.of(Reason.SLOW_ANSWER), conversation.overdue(at(32)));

            conversation.left(at(31));

            endsAt(50, Reason.SLOW_ANSWER);
        }

        @Test
        void is_idle_only_when_all_are_answered() {
            conversation.arrived(at(1));
            conversation.arrived(at(1));
            answered(2);
            neverEnds();

            answered(3);

            endsAt(63, Reason.IDLE);
        }
    }

    @Nested
    class Answered_before_the_request_is_whole {
        @Test
        void still_has_the_rest_of_it_within_the_time() {
            conversation.arrives(at(1));
            answered(2);
            conversation.arrives(at(3));

            endsAt(31, Reason.SLOW_REQUEST);
        }

        @Test
        void is_idle_once_the_rest_has_come() {
            conversation.arrives(at(1));
            answered(2);
            conversation.arrived(at(5));

            endsAt(65, Reason.IDLE);
        }

        @Test
        void has_that_answer_taken_within_the_time() {
            conversation.arrives(at(10));
            conversation.leaves(at(5));

            endsAt(35, Reason.SLOW_ANSWER);
        }
    }
}
