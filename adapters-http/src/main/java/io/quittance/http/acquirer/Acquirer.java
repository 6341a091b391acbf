package io.quittance.http.acquirer;

import io.quittance.application.capture.OperationAcquirer;
import io.quittance.application.paymentlink.LinkAcquirer;
import io.quittance.application.payout.PayoutAcquirer;
import io.quittance.application.relay.FarGateway;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Service;
import io.quittance.http.payout.PassThrough;
import io.quittance.http.south.UpstreamPublicKeys;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One whom orders are passed on to, with its ports for the kinds that it serves; what it does not serve is refused in the
 * north. Its callbacks are beans of their own, as any other.
 *
 * @param name what its accounts are kept under
 * @param questions what it answers about payouts without moving one: batch queries, the check of a payee's fields
 * @param keys what messages in PayerMax's protocol verify with that name one of its accounts; none for one that has a protocol of
 *     its own
 * @param relay where requests of APIs go that we do not understand
 */
public record Acquirer(
        AcquirerName name,
        Optional<OperationAcquirer> captures,
        Optional<OperationAcquirer> cancels,
        Optional<PayoutAcquirer> payouts,
        Optional<PassThrough> questions,
        Optional<LinkAcquirer> links,
        Optional<FarGateway> relay,
        UpstreamPublicKeys keys,
        Reach reach) {
    public Acquirer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(captures, "captures");
        Objects.requireNonNull(cancels, "cancels");
        Objects.requireNonNull(payouts, "payouts");
        Objects.requireNonNull(questions, "questions");
        Objects.requireNonNull(links, "links");
        Objects.requireNonNull(relay, "relay");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(reach, "reach");
    }

    /** One that serves nothing yet. */
    public static Acquirer named(AcquirerName name, Reach reach) {
        return new Acquirer(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                _ -> List.of(),
                reach);
    }

    public Acquirer capturing(OperationAcquirer port) {
        return new Acquirer(name, Optional.of(port), cancels, payouts, questions, links, relay, keys, reach);
    }

    public Acquirer cancelling(OperationAcquirer port) {
        return new Acquirer(name, captures, Optional.of(port), payouts, questions, links, relay, keys, reach);
    }

    public Acquirer paying(PayoutAcquirer port) {
        return new Acquirer(name, captures, cancels, Optional.of(port), questions, links, relay, keys, reach);
    }

    public Acquirer answering(PassThrough port) {
        return new Acquirer(name, captures, cancels, payouts, Optional.of(port), links, relay, keys, reach);
    }

    public Acquirer linking(LinkAcquirer port) {
        return new Acquirer(name, captures, cancels, payouts, questions, Optional.of(port), relay, keys, reach);
    }

    public Acquirer relaying(FarGateway port) {
        return new Acquirer(name, captures, cancels, payouts, questions, links, Optional.of(port), keys, reach);
    }

    /** @param theirs what its messages verify with, if they are signed as PayerMax's are */
    public Acquirer signing(UpstreamPublicKeys theirs) {
        return new Acquirer(name, captures, cancels, payouts, questions, links, relay, theirs, reach);
    }

    public boolean serves(Service service) {
        return switch (service) {
            case CAPTURE -> captures.isPresent();
            case CANCEL -> cancels.isPresent();
            case PAYOUT -> payouts.isPresent();
            case PAYMENT_LINK -> links.isPresent();
            case RELAY -> relay.isPresent();
        };
    }
}
