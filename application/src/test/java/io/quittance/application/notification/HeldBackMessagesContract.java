package io.quittance.application.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.NotificationOutbox.Armed;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Test
    default void lets_a_person_arm_the_first_that_is_owed_about_an_order_and_no_later_one() {
        Instant minute = Given.quietMinute();
        Capture capture = GivenOperations.kept(store());
        owe(capture, "first", minute.plusMillis(1));
        owe(capture, "second", minute.plusMillis(2));
        park(first(capture, minute));

        assertEquals(Armed.ARMED, arm(capture, minute.plusMillis(40)));

        assertEquals(List.of("first"), words(capture, minute));
        Delivery armed = first(capture, minute);
        assertEquals(0, armed.attempt(), "with the whole schedule before it");
        assertEquals(minute.plusMillis(40), armed.dueAt());
        assertEquals(Armed.DUE_ALREADY, arm(capture, minute.plusMillis(50)));
        assertEquals(armed, first(capture, minute), "nothing changed");
        done(armed);
        assertEquals(List.of("second"), words(capture, minute));
        done(first(capture, minute));
        assertEquals(Armed.NOTHING_OWED, arm(capture, minute.plusMillis(60)));
    }

    @Test
    default void arms_what_waits_for_a_later_step_and_what_was_set_aside() {
        Instant minute = Given.quietMinute();
        Capture later = GivenOperations.kept(store());
        Capture aside = GivenOperations.kept(store(), GivenOperations.capture(later.merchant()));
        owe(later, "later", minute.plusMillis(1));
        owe(aside, "aside", minute.plusMillis(1));
        retry(first(later, minute), 3, minute.plusSeconds(3600), SIGNED);
        store().perform(() -> outbox().owed().setAside(first(aside, minute).id(), "unreadable"));

        assertEquals(Armed.ARMED, arm(later, minute.plusMillis(2)));
        assertEquals(Armed.ARMED, arm(aside, minute.plusMillis(2)));

        assertEquals(List.of("later"), words(later, minute));
        assertEquals(0, first(later, minute).attempt());
        assertEquals(Optional.of(SIGNED), first(later, minute).signed());
        assertEquals(List.of("aside"), words(aside, minute));
    }

    private Armed arm(Capture capture, Instant now) {
        return store().answer(() -> outbox().arm(ObjectRef.of(capture.id()), Optional.empty(), now));
    }

    @Test
    default void arms_all_that_is_parked_of_one_merchant_some_at_a_time() {
        Instant minute = Given.quietMinute();
        List<Capture> captures = new ArrayList<>(List.of(GivenOperations.kept(store())));
        MerchantId merchant = captures.getFirst().merchant();
        captures.add(GivenOperations.kept(store(), GivenOperations.capture(merchant)));
        captures.add(GivenOperations.kept(store(), GivenOperations.capture(merchant)));
        Capture others = GivenOperations.kept(store());
        captures.forEach(capture -> owe(capture, "parked", minute.plusMillis(1)));
        owe(others, "another's", minute.plusMillis(1));
        captures.forEach(capture -> park(first(capture, minute)));
        park(first(others, minute));
        owe(captures.get(2), "behind", minute.plusMillis(2));
        park(first(captures.get(2), minute));

        assertEquals(2, armParked(merchant, minute.plusMillis(3), 2));
        assertEquals(1, armParked(merchant, minute.plusMillis(4), 2));
        assertEquals(0, armParked(merchant, minute.plusMillis(5), 2));

        captures.forEach(capture -> assertEquals(List.of("parked"), words(capture, minute)));
        captures.forEach(capture -> assertEquals(0, first(capture, minute).attempt()));
        assertEquals(List.of(), due(others, minute));
    }

    private int armParked(MerchantId merchant, Instant now, int limit) {
        return store().answer(() -> outbox().armParked(EndpointId.registered(merchant), now, limit));
    }
}
