package io.quittance.http.relay;

import io.quittance.application.lifecycle.Settled;
import io.quittance.application.relay.PassNewsOn;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.relay.RelayId;
import io.quittance.http.south.Callback;
import io.quittance.http.south.Senders;
import io.quittance.http.south.SignedSenders;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Whatever upstream tells that we do not understand, as of refunds and subscriptions: passed on to the merchant, whole
 * and under our signature. Its address is the one that relayed requests give upstream, and takes every type.
 */
@Singleton
public final class ForeignNewsCallback implements Callback {
    /** The first part of its path; no page of PayerMax's has it. */
    public static final String NAME = "resultNotifyUrl";

    private final Senders senders;
    private final PassNewsOn passNewsOn;

    /**
     * Where upstream is to tell the results of a relayed request.
     *
     * @param publicUrl where upstream reaches us, without a slash at its end
     */
    public static URI address(URI publicUrl, Merchant merchant, RelayId request) {
        return URI.create(
                publicUrl + "/" + NAME + "/" + inPath(merchant.app().value()) + "/" + inPath(request.value()));
    }

    private static String inPath(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public ForeignNewsCallback(SignedSenders senders, PassNewsOn passNewsOn) {
        this.senders = senders;
        this.passNewsOn = passNewsOn;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Senders senders() {
        return senders;
    }

    @Override
    public boolean takesEveryType() {
        return true;
    }

    @Override
    public boolean adoptable() {
        return true;
    }

    @Override
    public Settled take(Notification notification) throws Refusal {
        PassNewsOn.Told told = NewsWire.read(
                notification.message(),
                notification.raw(),
                notification.keyId(),
                notification.call().flatMap(RelayId::of));
        return passNewsOn.pass(notification.candidates(), told.by(notification.of(this, told.message())));
    }
}
