package io.quittance.application.notification;

import static java.lang.System.Logger.Level.INFO;

import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.WebUrl;
import java.time.InstantSource;

/** Tries endpoints in the dialect that their merchants have for payouts, and logs each trial. */
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
    public Tried attempt(Merchant merchant, String person) {
        Dialect dialect = switch (merchant.payoutDialect()) {
            case V2 -> Dialect.ENVELOPED;
            case LEGACY -> Dialect.LEGACY;
        };
        Bytes body = messages.message(merchant, dialect, clock.instant());
        Attempt attempt = sender.send(merchant.notifyUrl(), body, signature.sign(body), dialect, () -> true);
        LOG.log(
                INFO,
                "the endpoint of app {0} at {1} was tested by {2}: {3}",
                merchant.app(),
                WebUrl.host(merchant.notifyUrl()),
                person,
                attempt.why());
        return new Tried(dialect, attempt);
    }
}
