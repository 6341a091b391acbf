package io.quittance.http.live;

import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.notification.Signed;
import io.quittance.domain.text.Bytes;

/** Signs by the JDK, as the tests verify what the gateway says without the gateway's code. */
final class JdkSignature implements GatewaySignature {
    @Override
    public Signed sign(Bytes body) {
        return new Signed(Keys.sign(Keys.GATEWAY.getPrivate(), body.toArray()), keyId());
    }

    @Override
    public String keyId() {
        return "gateway";
    }
}
