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

    /** Tells it again, first what has collected. @throws Trouble if there is no such app */
    Outcome release(String appId);

    /** @param changed whether that changed anything */
    record Outcome(boolean changed, EndpointCard endpoint) {}

    /**
     * An app's endpoint as it is shown.
     *
     * @param state {@code open}, {@code failing} (here, in the running service that was asked) or {@code held}
     * @param since since when it fails or is held
     * @param who by whom it is held: a person, or the endpoint itself
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
            long waiting,
            Optional<String> firstDue) {}
}
