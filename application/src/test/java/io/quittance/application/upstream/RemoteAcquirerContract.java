package io.quittance.application.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a port promises that asks over a network: it sorts whatever comes into the five kinds of {@link Answer}, by the one
 * question that matters for money, whether the order may have arrived.
 */
public interface RemoteAcquirerContract<O, S> extends AcquirerContract<O, S> {
    /** How the far end behaves from now on. */
    enum Play {
        /** It does what it is for. */
        WORKS,
        /** The business says no. */
        REFUSES,
        /** It has no time now and has processed nothing. */
        IS_BUSY,
        /** It does not know us, or not our key. */
        KNOWS_US_NOT,
        /** It answers what makes no sense. */
        TALKS_NONSENSE,
        /** It takes the order and breaks off without an answer. */
        BREAKS_OFF,
        /** It takes the order and says nothing within the time that a call has. */
        IS_SILENT,
        /** An acceptance comes back that it has not signed. */
        IS_FORGED,
        /** It says of itself that something went wrong there. */
        FAILS
    }

    void far(Play play);

    /** From now on nobody listens where it is asked. */
    void goesAway();

    @Test
    default void refuses_what_the_business_refuses() {
        far(Play.REFUSES);

        Answer.Refused<?> refused = assertInstanceOf(Answer.Refused.class, pass(order()));

        assertFalse(refused.why().code().isEmpty());
    }

    @Test
    default void may_be_asked_again_where_nothing_was_processed() {
        far(Play.IS_BUSY);
        assertInstanceOf(Answer.NotProcessed.class, pass(order()));

        goesAway();
        Answer<S> nobody = pass(order());

        assertInstanceOf(Answer.NotProcessed.class, nobody);
        assertEquals(Optional.empty(), nobody.exchange().request(), "nothing was sent");
    }

    @Test
    default void says_what_is_wrong_with_our_own_configuration() {
        far(Play.KNOWS_US_NOT);

        Answer.Misconfigured<?> wrong = assertInstanceOf(Answer.Misconfigured.class, pass(order()));

        assertFalse(wrong.why().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Play.class,
            names = {"TALKS_NONSENSE", "BREAKS_OFF", "IS_SILENT", "IS_FORGED", "FAILS"})
    default void does_not_know_what_it_cannot_believe(Play play) {
        far(play);

        Answer<S> answer = pass(order());

        assertInstanceOf(Answer.Unknown.class, answer, answer::asLine);
        assertTrue(answer.exchange().request().isPresent(), "it may have arrived, so the journal has what was sent");
    }

    /** Whatever the far end does. */
    @ParameterizedTest
    @EnumSource(Play.class)
    default void never_throws_and_tells_the_journal_what_went_over_the_wire(Play play) {
        far(play);

        Exchange exchange = pass(order()).exchange();

        assertTrue(exchange.request().filter(sent -> sent.length() > 0).isPresent());
        assertFalse(exchange.took().isNegative());
        boolean silent = play == Play.BREAKS_OFF || play == Play.IS_SILENT;
        assertEquals(silent, exchange.response().map(Bytes::length).isEmpty());
    }
}
