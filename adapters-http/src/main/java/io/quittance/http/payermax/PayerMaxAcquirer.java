package io.quittance.http.payermax;

import io.quittance.application.merchant.UpstreamKeys;
import io.quittance.application.upstream.Acquirer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Capture.Report;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.capture.CaptureWire;
import io.quittance.http.json.JsonFault;
import io.quittance.http.outbound.Posted;
import io.quittance.http.outbound.Posted.Answered;
import io.quittance.http.outbound.SignedPost;
import io.quittance.http.signing.Rsa;
import io.quittance.http.wire.Refusal;
import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Passes captures on to PayerMax, page "Capture". What it does with an id that it knows is not documented, and there is
 * no query; so a call whose outcome is unknown is never repeated, the notification must tell.
 *
 * <p>What is believed: an acceptance only with upstream's valid signature over the exact bytes. Every other code with
 * that signature, or without it where nobody on the way could have made it up: over TLS, or to the machine itself (see
 * {@link Guarded}). PayerMax, and Quittance as upstream, sign nothing before they know who asks, so a wrong key or app
 * id is always answered unsigned; over unguarded HTTP such an answer leaves the outcome unknown, as a forgery would.
 */
public final class PayerMaxAcquirer implements Acquirer {
    private static final Exchange NOTHING = exchange(Duration.ZERO);

    private final URI url;
    private final boolean guarded;
    private final SignedPost post;
    private final UpstreamKeys keys;
    private final InstantSource clock;

    /** @param base of the gateway, as {@code https://pay-gate.payermax.com/aggregate-pay/api/gateway} */
    public PayerMaxAcquirer(URI base, SignedPost post, UpstreamKeys keys, InstantSource clock) {
        this.url = URI.create(base.toString().replaceAll("/+$", "") + "/" + CaptureWire.API);
        this.guarded = Guarded.is(base);
        this.post = post;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Answer capture(Merchant merchant, Capture capture) {
        Optional<PrivateKey> ours = keys.privateKey(merchant.id());
        if (ours.isEmpty()) {
            return new Answer.Misconfigured(NOTHING, "no private key for upstream is registered");
        }
        Optional<PublicKey> theirs = merchant.upstreamKey();
        if (theirs.isEmpty()) {
            return new Answer.Misconfigured(NOTHING, "no public key of upstream is registered");
        }
        Bytes request = CaptureWire.Request.write(
                merchant.upstream().app(), merchant.upstream().no(), capture, clock.instant());
        return switch (post.post(url, request, Rsa.sign(ours.get(), request))) {
            case Posted.NotConnected(var why, var took) ->
                new Answer.NotProcessed(exchange(took), "no connection: " + why);
            case Posted.Broken(var status, var why, var took) ->
                unknown(new Exchange(Optional.of(request), Optional.empty(), status, took), why);
            case Answered answered -> read(answered, request, theirs.get(), capture);
        };
    }

    @Override
    public boolean knowsItsIds() {
        return false;
    }

    private Answer read(Answered answered, Bytes request, PublicKey theirs, Capture capture) {
        Exchange exchange = new Exchange(
                Optional.of(request), Optional.of(answered.body()), Optional.of(answered.status()), answered.took());
        if (answered.cut()) {
            return unknown(
                    exchange, "the answer is longer than " + answered.body().length() + " bytes");
        }
        boolean signed = answered.sign()
                .filter(sign -> Rsa.verify(theirs, answered.body(), sign))
                .isPresent();
        try {
            CaptureWire.Response response = CaptureWire.Response.read(answered.body(), clock.instant());
            return sorted(response, signed, exchange, capture);
        } catch (JsonFault _) {
            return unknown(exchange, "the answer is not JSON as the protocol has it");
        } catch (Refusal refusal) {
            return unknown(exchange, "the answer's " + refusal.field() + " makes no sense");
        }
    }

    private Answer sorted(CaptureWire.Response response, boolean signed, Exchange exchange, Capture capture) {
        if (response.request().filter(other -> !other.equals(capture.request())).isPresent()) {
            return unknown(exchange, "the answer is about another requestId");
        }
        CodeMeaning meaning = CodeMeaning.of(response.code());
        String code = ProtocolText.excerpt(response.code());
        if (!signed && (meaning == CodeMeaning.ACCEPTED || !guarded)) {
            return unknown(exchange, code + " without a valid signature");
        }
        return switch (meaning) {
            case ACCEPTED -> new Answer.Taken(exchange, response.number(), ended(response));
            case REFUSED -> new Answer.Refused(exchange, new Failure(response.code(), response.msg()));
            case NOT_PROCESSED -> new Answer.NotProcessed(exchange, code);
            case MISCONFIGURED -> new Answer.Misconfigured(exchange, code);
            case UNKNOWN -> unknown(exchange, code);
        };
    }

    /** That it is still pending is no news. */
    private static Optional<Report> ended(CaptureWire.Response response) {
        return response.report().filter(report -> !(report instanceof Report.Processing));
    }

    private static Answer unknown(Exchange exchange, String why) {
        String status = exchange.status().map(known -> "HTTP " + known + ", ").orElse("");
        return new Answer.Unknown(exchange, status + why);
    }

    /** One in which nothing was sent. */
    private static Exchange exchange(Duration took) {
        return new Exchange(Optional.empty(), Optional.empty(), Optional.empty(), took);
    }
}
