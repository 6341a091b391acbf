package io.quittance.application.notification;

import static java.lang.System.Logger.Level.INFO;

import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.application.notification.NotificationSender.Crowded;
import io.quittance.application.notification.NotificationSender.Place;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.WebUrl;
import java.time.InstantSource;

/** Tries endpoints in the dialect that they have for payouts, and logs each trial. */
public final class EndpointTrial implements TryEndpoint {
    private static final System.Logger LOG = System.getLogger(EndpointTrial.class.getName());

    private final TestMessages messages;
    private final GatewaySignature signature;
    private final NotificationSender sender;
    private final InstantSource clock;

    public EndpointTrial(
            TestMessages messages, GatewaySignature signature, NotificationSender sender, InstantSource clock) {
        this.messages = messages;
        this.signature = signature;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public Tried attempt(Merchant merchant, Endpoint endpoint, String person) {
        Dialect dialect = Dialect.of(endpoint.payoutDialect());
        Bytes body = messages.message(merchant, dialect, clock.instant());
        Attempt attempt = sent(endpoint, body, dialect);
        LOG.log(
                INFO,
                "the endpoint {0} of app {1} at {2} was tested by {3}: {4}",
                endpoint.name(),
                merchant.app(),
                WebUrl.host(endpoint.url()),
                person,
                attempt.why());
        return new Tried(dialect, attempt);
    }

    private Attempt sent(Endpoint endpoint, Bytes body, Dialect dialect) {
        try {
            return sender.send(Place.of(endpoint), body, signature.sign(body), dialect, () -> true);
        } catch (GatewaySignature.Unavailable e) {
            return new Crowded(e.getMessage());
        }
    }
}
