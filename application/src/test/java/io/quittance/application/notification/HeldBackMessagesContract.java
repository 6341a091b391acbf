package io.quittance.application.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * That every {@link NotificationOutbox} tells the messages of one order in their order: what comes later is held back
 * behind what is tried again, and is parked and armed again with it.
 */
public interface HeldBackMessagesContract extends OwedMessages {
    @Test
    default void tells_the_messages_of_one_order_one_after_the_other() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        owe(capture, "first", minute.plusMillis(20));
        owe(capture, "second", minute.plusMillis(10));

        assertEquals(List.of("first"), words(capture, minute), "whatever the due times say");
        assertTrue(done(first(capture, minute)), "another waited behind it");
        assertEquals(List.of("second"), words(capture, minute));
    }

    @Test
    default void holds_a_later_message_back_while_an_earlier_one_waits_for_its_retry() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        owe(capture, "first", minute.plusMillis(1));
        owe(capture, "second", minute.plusMillis(2));

        retry(first(capture, minute), 1, minute.plusSeconds(3600), SIGNED);

        assertEquals(List.of(), due(capture, minute));
    }

    @Test
    default void parks_all_that_the_merchant_is_owed_about_an_order() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        Capture other = GivenOperations.kept(store(), GivenOperations.capture(capture.merchant()));
        owe(capture, "first", minute.plusMillis(1));
        owe(capture, "second", minute.plusMillis(2));
        owe(other, "other", minute.plusMillis(2));
        long before = outbox().parked();

        park(first(capture, minute));

        assertEquals(List.of(), due(capture, minute));
        assertEquals(before + 1, outbox().parked(), "it waits for a person, and the other for it");
        assertEquals(List.of("other"), words(other, minute), "another order's message goes on");
    }

    @Test
    default void arms_a_parked_message_again_to_go_first_when_there_is_more_to_tell() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        owe(capture, "first", minute.plusMillis(1));
        long before = outbox().parked();
        park(first(capture, minute));

        owe(capture, "second", minute.plusMillis(30));

        assertEquals(before, outbox().parked());
        assertEquals(List.of("first"), words(capture, minute));
        Delivery armed = first(capture, minute);
        assertEquals(0, armed.attempt(), "with the whole schedule before it");
        assertTrue(!armed.dueAt().isAfter(minute.plusMillis(30)), "and no later than the news");
        done(armed);
        assertEquals(List.of("second"), words(capture, minute));
    }
}
