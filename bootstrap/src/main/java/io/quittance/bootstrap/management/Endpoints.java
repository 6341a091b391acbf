package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.http.terms.TermsWish;
import java.util.List;
import java.util.Optional;

/** Where apps are told their results, and whether they are, as the command line and the management API speak of it. */
public interface Endpoints {
    /** All of them, by app id; each app's registered address first. */
    List<EndpointCard> list();

    /** @throws Trouble if there is no such app or endpoint */
    EndpointCard show(Which which);

    /**
     * Makes a further endpoint of that name, or changes it. What it is owed already goes to its new address. A second call
     * changes nothing.
     *
     * @throws Trouble if there is no such app, the wish makes no sense, or a new one has no address
     */
    Outcome set(Which which, EndpointWish wish, ByWhom by);

    /**
     * Sets on which terms it is met over TLS. Connections that were made on others are not used any more, and what was parked of it is
     * told again. A second call changes nothing.
     *
     * @throws Trouble if there is no such app or endpoint, its address has no TLS, or something cannot be used
     */
    Outcome setTerms(Which which, TermsWish wish, ByWhom by);

    /**
     * From now on nothing new is owed to it; what was is told still. A second call changes nothing.
     *
     * @throws Trouble if there is no such app or endpoint, or it is the registered address
     */
    Outcome remove(Which which, ByWhom by);

    /**
     * Begins to tell it nothing more, on all instances; what it is owed collects.
     *
     * @throws Trouble if there is no such app or endpoint, or the reason or the name is empty or too long
     */
    Outcome hold(Which which, ByWhom by);

    /**
     * Tells it again what has collected, in order, and what is parked of it.
     *
     * @param perSecond so much in a second at most, until it is released without a rate
     * @throws Trouble if there is no such app or endpoint, the rate cannot be, or the reason or the name is empty or too long
     */
    Outcome release(Which which, Optional<Integer> perSecond, ByWhom by);

    /**
     * Sends it one test message, also where it is held; that is in the log, and nothing of it is kept or tried again.
     *
     * @throws Trouble if there is no such app or endpoint, or the name is empty or too long
     */
    Tested test(Which which, String person);

    /** @param name of an app's further endpoint, or {@code registered} */
    record Which(String appId, String name) {
        public static Which registered(String appId) {
            return new Which(appId, Endpoint.REGISTERED);
        }
    }

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
            String name,
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
     * @param use {@code authority}, which vouches for the endpoint, or {@code shown}, which we show there
     * @param subject in one line
     * @param fingerprint SHA-256, 64 hexadecimal characters
     */
    record Certificate(String use, String subject, String fingerprint, String until) {}

    /**
     * An app's endpoint as it is shown.
     *
     * @param dialect in which it is told of payouts: {@code v2} or {@code legacy}
     * @param kinds of orders that it is told of
     * @param exclusive whether the registered address is not told of these
     * @param removedAt since when nothing new is owed to it
     * @param tls certificates that hold for it alone
     * @param state {@code open}, {@code failing} (here, in the running service that was asked), {@code slowed} or {@code held}
     * @param since since when it fails, is slowed or is held
     * @param who by whom it is slowed or held: a person, or the endpoint itself
     * @param perSecond how much all instances together tell it in a second at most; empty where nobody has slowed it
     * @param waiting how many messages are due to it, now or later; those that wait for an earlier one of their order come
     *     on top
     * @param firstDue when the first of them is or was due
     * @param holds by whom it was held, slowed and released, and why, the latest first; none in a list of several
     */
    record EndpointCard(
            String appId,
            String name,
            String address,
            String dialect,
            List<String> kinds,
            boolean exclusive,
            Optional<String> removedAt,
            List<Certificate> tls,
            String state,
            Optional<String> since,
            Optional<String> why,
            Optional<String> who,
            Optional<Integer> perSecond,
            long waiting,
            Optional<String> firstDue,
            List<AppCard.Change> holds) {}
}
