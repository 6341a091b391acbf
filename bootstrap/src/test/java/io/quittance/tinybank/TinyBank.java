package io.quittance.tinybank;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.application.capture.OperationAcquirer;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonFault;
import io.quittance.http.outbound.Headers;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.Posted;
import io.quittance.http.wire.Refusal;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** Passes captures on to TinyBank, and asks where they stand. An id that it knows it answers with 409. */
final class TinyBank implements OperationAcquirer {
    static final String MAC = "X-Tiny-Mac";
    static final String SHOP = "X-Tiny-Shop";

    private final URI base;
    private final JsonPost post;
    private final Accounts accounts;
    private final InstantSource clock;

    /** @param base without a slash at its end; over TLS, or to the machine itself: what is not signed is believed there */
    TinyBank(URI base, JsonPost post, Accounts accounts, InstantSource clock) {
        this.base = base;
        this.post = post;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Answer<Said> submit(Holder holder, Operation operation) {
        return ask(holder, "/captures", TinyBankCapture.write(operation));
    }

    @Override
    public Optional<Question> question() {
        return Optional.of((holder, operation) -> ask(holder, "/captures/status", TinyBankCapture.question(operation)));
    }

    @Override
    public boolean knowsItsIds() {
        return false;
    }

    private Answer<Said> ask(Holder holder, String path, Bytes request) {
        TinyBankShop shop = accounts.settings(holder.account().id())
                .map(kept -> TinyBankShop.read(kept.body()))
                .orElseThrow();
        Headers headers = Headers.NONE.with(SHOP, shop.shop()).with(MAC, shop.mac(request));
        return switch (post.post(URI.create(base + path), request, headers)) {
            case Posted.Withheld withheld -> Answer.NotProcessed.untried(withheld.took(), withheld.why());
            case Posted.NotConnected(var why, var _, var took) ->
                new Answer.NotProcessed<>(Exchange.nothingSent(took), "no connection: " + why);
            case Posted.Broken(var status, var why, var _, var took) ->
                new Answer.Unknown<>(new Exchange(Optional.of(request), Optional.empty(), status, took), why);
            case Posted.Answered answered -> sorted(shop, request, answered);
        };
    }

    /** An acceptance counts only with its signature; a stranger's word neither fails nor ends anything. */
    private Answer<Said> sorted(TinyBankShop shop, Bytes request, Posted.Answered answered) {
        Exchange exchange = new Exchange(
                Optional.of(request), Optional.of(answered.body()), Optional.of(answered.status()), answered.took());
        boolean signed = answered.headers()
                .only(MAC)
                .filter(mac -> shop.signed(answered.body(), mac))
                .isPresent();
        if (answered.status() == 401) {
            return new Answer.Misconfigured<>(exchange, "TinyBank does not know the shop or its secret");
        }
        if (!signed) {
            return new Answer.Unknown<>(exchange, "HTTP " + answered.status() + " without a valid signature");
        }
        return switch (answered.status()) {
            case 200 -> has(exchange, answered.body());
            case 404 -> new Answer.Taken<>(exchange, new Said.HasNot());
            case 409 -> new Answer.Taken<>(exchange, new Said.HadAlready());
            case 422 -> new Answer.Refused<>(exchange, new Failure("PAYMENT_FAILED", "TinyBank refuses it"));
            case 429 -> new Answer.NotProcessed<>(exchange, "TinyBank is busy");
            default -> new Answer.Unknown<>(exchange, "HTTP " + answered.status());
        };
    }

    private Answer<Said> has(Exchange exchange, Bytes body) {
        try {
            return new Answer.Taken<>(
                    exchange, new Said.Has(TinyBankCapture.read(body).report(clock.instant())));
        } catch (JsonFault | Refusal _) {
            return new Answer.Unknown<>(exchange, "the answer makes no sense");
        }
    }
}
