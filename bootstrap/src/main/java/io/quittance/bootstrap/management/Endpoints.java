package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import java.util.List;
import java.util.Optional;

/** Where apps are told their results, and whether they are, as the command line and the management API speak of it. */
public interface Endpoints {
    /** All of them, by app id. */
    List<EndpointCard> list();

    /** @throws Trouble if there is no such app */
    EndpointCard show(String appId);

    /**
     * Begins to tell it nothing more, on all instances; what it is owed collects.
     *
     * @throws Trouble if there is no such app, or the reason or the name is empty or too long
     */
    Outcome hold(String appId, String reason, String person);

    /**
     * Tells it again what has collected, in order, and what is parked of it.
     *
     * @param perSecond so much in a second at most, until it is released without a rate
     * @throws Trouble if there is no such app, the rate cannot be, or the name is empty or too long
     */
    Outcome release(String appId, Optional<Integer> perSecond, String person);

    /**
     * Sends it one test message, also where it is held; that is in the log, and nothing of it is kept or tried again.
     *
     * @throws Trouble if there is no such app, or the name is empty or too long
     */
    Tested test(String appId, String person);

    /**
     * What came of a test.
     *
     * @param dialect {@code enveloped} or {@code legacy}
     * @param status empty if no answer began
     * @param tookMillis empty if nothing was sent
     * @param why one line
     * @param answer how it begins
     */
    record Tested(
            String appId,
            String address,
            String dialect,
            boolean acknowledged,
            Optional<Integer> status,
            Optional<Long> tookMillis,
            String why,
            String answer) {}

    /**
     * @param changed whether that changed anything
     * @param armed how many messages were parked, and are told now
     */
    record Outcome(boolean changed, int armed, EndpointCard endpoint) {}

    /**
     * An app's endpoint as it is shown.
     *
     * @param state {@code open}, {@code failing} (here, in the running service that was asked), {@code slowed} or {@code held}
     * @param since since when it fails, is slowed or is held
     * @param who by whom it is slowed or held: a person, or the endpoint itself
     * @param perSecond how much all instances together tell it in a second at most; empty where nobody has slowed it
     * @param waiting how many messages are due to it, now or later; those that wait for an earlier one of their order come
     *     on top
     * @param firstDue when the first of them is or was due
     */
    record EndpointCard(
            String appId,
            String address,
            String state,
            Optional<String> since,
            Optional<String> why,
            Optional<String> who,
            Optional<Integer> perSecond,
            long waiting,
            Optional<String> firstDue) {}
}
