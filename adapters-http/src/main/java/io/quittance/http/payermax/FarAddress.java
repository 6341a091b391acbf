package io.quittance.http.payermax;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonFault;
import io.quittance.http.outbound.Posted.Answered;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.UpstreamEnvelope;
import io.quittance.http.wire.WireCode;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where PayerMax's gateway is said to be, and whether it is there: every answer tells. A 404, a redirect or a web page is
 * an answer of somebody else, so nothing was processed and the address that we were given is wrong. An error of a server
 * on the way (500 and above) tells nothing, as the gateway behind it may be at work.
 */
public final class FarAddress {
    private static final Logger LOG = LoggerFactory.getLogger(FarAddress.class);

    private final String base;
    private final boolean guarded;
    private final AtomicReference<Seen> seen = new AtomicReference<>(new Seen(false, Optional.empty()));

    /**
     * @param spoken whether anything was ever answered in the protocol
     * @param fault what was answered instead, if that was the last that was heard
     */
    private record Seen(boolean spoken, Optional<String> fault) {}

    /** @param base of the gateway, as {@code https://pay-gate.payermax.com/aggregate-pay/api/gateway} */
    public FarAddress(URI base) {
        this.base = base.toString().replaceAll("/+$", "");
        this.guarded = Guarded.is(base);
    }

    URI of(String api) {
        return URI.create(base + "/" + api);
    }

    /** Whether nobody on the way can have made an answer up. */
    boolean guarded() {
        return guarded;
    }

    /** Whether anything was ever answered in the protocol: then the address is right. */
    public boolean spoken() {
        return seen.get().spoken();
    }

    /** What is wrong with the address, for a person; empty as long as nobody else has answered there. */
    public Optional<String> fault() {
        return seen.get().fault();
    }

    /**
     * Looks who answers.
     *
     * @param signed whether the answer has upstream's valid signature
     * @return what shows that it is not the gateway; empty if it is, if nobody can tell, or if it may be made up
     */
    Optional<String> elsewhere(Answered answered, boolean signed) {
        if (signed || (guarded && speaks(answered))) {
            seen.updateAndGet(_ -> new Seen(true, Optional.empty()));
            return Optional.empty();
        }
        Optional<String> other = speaks(answered) ? Optional.empty() : other(answered);
        other.ifPresent(this::tell);
        return guarded ? other : Optional.empty();
    }

    private void tell(String fault) {
        Seen before = seen.getAndUpdate(now -> new Seen(now.spoken(), Optional.of(fault)));
        if (before.fault().isEmpty()) {
            LOG.error(
                    "{}. Upstream's whole base address is needed (QUITTANCE_UPSTREAM_URL), as"
                            + " https://pay-gate.payermax.com/aggregate-pay/api/gateway",
                    fault);
        }
    }

    /** Another Quittance answers a wrong path in the protocol as well, so with these statuses that code says nothing. */
    private static boolean speaks(Answered answered) {
        try {
            String code = UpstreamEnvelope.read(answered.body()).code();
            return !missing(answered.status()) || !code.equals(WireCode.PARAMS_INVALID.name());
        } catch (JsonFault | Refusal _) {
            return false;
        }
    }

    private Optional<String> other(Answered answered) {
        int status = answered.status();
        boolean page = page(answered.body());
        boolean redirect = status >= 300 && status < 400;
        boolean judged = status < 500 && status != 408 && status != 429;
        if (!missing(status) && !redirect && !(page && judged)) {
            return Optional.empty();
        }
        String what = answered.body().length() == 0 ? "an empty answer" : page ? "a web page" : "words of another";
        return Optional.of("the gateway is not at " + base + ": HTTP " + status + " with " + what);
    }

    private static boolean missing(int status) {
        return status == 404 || status == 405;
    }

    private static boolean page(Bytes body) {
        return body.asUtf8().stripLeading().startsWith("<");
    }
}
