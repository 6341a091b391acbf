package io.quittance.http.relay;

import io.quittance.application.relay.NewsNotices;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;

/** The words of upstream, in an envelope for the merchant. */
public final class WireNewsNotices implements NewsNotices {
    @Override
    public Bytes notice(Merchant merchant, Bytes told) {
        return NewsWire.write(merchant, told);
    }
}
