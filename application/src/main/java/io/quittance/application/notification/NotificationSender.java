package io.quittance.application.notification;

import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.WebUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Posts a signed message to a merchant's endpoint and judges what comes back. */
@FunctionalInterface
public interface NotificationSender {
    /** The least and the most that a receiver's wish to be asked later counts. */
    Duration SOONEST = Duration.ofSeconds(1);

    Duration LATEST = Duration.ofHours(1);

    /**
     * Never throws for what the other side does. Takes at most 2 s to connect and 10 s in all.
     *
     * @param stillOurs asked directly before the bytes leave, when the connection stands: whether it is still for us to
     *     send them. It must be quick, and may be asked more than once
     */
    Attempt send(Place place, Bytes body, Signed signed, Dialect dialect, BooleanSupplier stillOurs);

    /**
     * Where a message goes.
     *
     * @param terms the endpoint whose registered terms of TLS hold there; the usual ones do where it is empty
     */
    record Place(URI url, Optional<EndpointId> terms) {
        public Place {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(terms, "terms");
        }

        /** A place of nobody's endpoint. */
        public static Place of(URI url) {
            return new Place(url, Optional.empty());
        }

        public static Place of(Endpoint endpoint) {
            return new Place(endpoint.url(), Optional.of(endpoint.id()));
        }

        /**
         * Where an order itself wants it told, in the place of that endpoint. Its terms hold there if the host is the same: nobody
         * else is shown our certificate, and nobody else's is judged by its CA.
         */
        public static Place instead(URI url, Endpoint endpoint) {
            boolean same = WebUrl.host(url).equals(WebUrl.host(endpoint.url()));
            return same ? new Place(url, Optional.of(endpoint.id())) : of(url);
        }
    }

    /** What came of it. */
    sealed interface Attempt {
        /** One line for a person. */
        String why();
    }

    /** The other side was tried, whatever it did. */
    sealed interface Made extends Attempt {
        Reply reply();
    }

    /** The receiver has it and said so. */
    record Acknowledged(Reply reply) implements Made {
        public Acknowledged {
            Objects.requireNonNull(reply, "reply");
        }

        @Override
        public String why() {
            return "acknowledged";
        }
    }

    /**
     * The receiver did not say that it has it; perhaps it has.
     *
     * @param retryAfter how long the receiver wants to be left alone, within {@link #SOONEST} and {@link #LATEST}
     * @param timedOut whether our patience was at its end, rather than that it said or did something
     */
    record NotAcknowledged(Reply reply, String why, Optional<Duration> retryAfter, boolean timedOut) implements Made {
        private static final int GONE = 410;

        public NotAcknowledged {
            Objects.requireNonNull(reply, "reply");
            Objects.requireNonNull(why, "why");
            if (retryAfter
                    .filter(wish -> wish.compareTo(SOONEST) < 0 || wish.compareTo(LATEST) > 0)
                    .isPresent()) {
                throw new IllegalArgumentException(
                        "retryAfter: " + retryAfter.get() + " (expected: " + SOONEST + " to " + LATEST + ")");
            }
        }

        /** Whether the receiver says that it is no longer there, and will not be. */
        public boolean gone() {
            return reply.status().filter(status -> status == GONE).isPresent();
        }
    }

    /** It was not sent: nothing of it left this machine, and the receiver has nothing to do with that. */
    sealed interface NotMade extends Attempt {}

    /** We ourselves could not: too much is in flight, or there is no key to sign with now. */
    record Crowded(String why) implements NotMade {
        public Crowded {
            Objects.requireNonNull(why, "why");
        }
    }

    /** When its turn came, it was for another instance to send. */
    record NoLongerOurs() implements NotMade {
        @Override
        public String why() {
            return "no longer for this instance to send";
        }
    }

    /**
     * What came back.
     *
     * @param status empty if no answer began
     * @param answer at most its first 1,000 characters
     */
    record Reply(Optional<Integer> status, String answer, Duration took) {
        public static final int MAX_ANSWER = 1000;

        public Reply {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(took, "took");
        }

        /** No answer at all. */
        public static Reply none(Duration took) {
            return new Reply(Optional.empty(), "", took);
        }
    }
}
