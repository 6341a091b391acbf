package io.quittance.http.north;

import io.quittance.application.key.KeyUses;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.request.SpendRequest;
import io.quittance.application.request.SpentElsewhere;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.north.Callers.Claim;
import io.quittance.http.north.Callers.Verified;
import io.quittance.http.signing.RestingKeys;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.Source;
import io.quittance.http.wire.StrangerGate;
import io.quittance.http.wire.Strangers;
import io.quittance.http.wire.SystemErrors;
import io.quittance.http.wire.WireCode;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers merchants. What was verified is answered with our signature, always; what was not, never. Nothing that goes
 * wrong leaves here but as an answer: this is the outermost edge.
 */
@Singleton
public final class Gateway {
    /** What all APIs stand behind. */
    public static final String PATH = "/aggregate-pay/api/gateway";

    /** The largest body that is read. */
    public static final int MAX_BODY = 65_536;

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private static final String WHAT = "request";

    private static final Refusal SPENT = Refusal.described(
            WireCode.PARAMS_INVALID, "sign", "of a request to another API", "a request of its own for each API");

    private final Callers callers;
    private final NorthCalls calls;
    private final Set<String> fields;
    private final UnknownFields unknown = new UnknownFields();
    private final SpendRequest spendRequest;
    private final GatewaySignature signature;
    private final RefusalCounts refusals;
    private final Strangers strangers;
    private final StrangerGate gate;
    private final SystemErrors errors;
    private final KeyUses uses;

    public Gateway(
            Merchants merchants,
            NorthCalls calls,
            SpendRequest spendRequest,
            GatewaySignature signature,
            RefusalCounts refusals,
            Strangers strangers,
            StrangerGate gate,
            SystemErrors errors,
            RestingKeys resting,
            KeyUses uses,
            InstantSource clock) {
        this.callers = new Callers(merchants, resting, clock);
        this.uses = uses;
        this.calls = calls;
        this.fields = calls.fields();
        this.spendRequest = spendRequest;
        this.signature = signature;
        this.refusals = refusals;
        this.strangers = strangers;
        this.gate = gate;
        this.errors = errors;
    }

    /**
     * What goes back, to the byte.
     *
     * @param sign the header over exactly these bytes; empty where a stranger is refused
     */
    public record Reply(Bytes body, Optional<String> sign) {
        public Reply {
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(sign, "sign");
        }
    }

    /**
     * What comes, to the byte.
     *
     * @param signs all headers of the name {@code sign}
     * @param tokens whether there is a header by which a service provider shows for whom it acts
     * @param from the other end of the connection
     */
    public record Asked(Bytes body, List<String> signs, boolean tokens, Source from) {
        public Asked {
            Objects.requireNonNull(body, "body");
            signs = List.copyOf(signs);
            Objects.requireNonNull(from, "from");
        }
    }

    /** @param api what stood behind {@link #PATH} */
    public Reply answer(String api, Asked asked) {
        Optional<AppId> claimed = Optional.empty();
        try {
            Claim claim = callers.claim(asked.body());
            claimed = Optional.of(claim.app());
            gate.check(asked.from(), WHAT, name(claimed));
            Verified verified = callers.verify(claim, asked);
            gate.passed(asked.from(), WHAT, name(claimed));
            uses.used(verified.keyId());
            Bytes answer = answer(api, verified);
            return new Reply(answer, Optional.of(signature.sign(answer).sign()));
        } catch (Refusal refusal) {
            boolean limited = refusal.code() == WireCode.TOO_MANY_REQUEST;
            Refusal told = limited || calls.named(api).isPresent() ? refusal : unknown(api);
            return stranger(asked.from(), claimed, told);
        } catch (RuntimeException e) {
            return new Reply(fault(api, e), Optional.empty());
        }
    }

    /** Refuses what cannot even be read as a request: too large, or another method than POST. */
    public Reply refuse(Refusal why, Source from) {
        return stranger(from, Optional.empty(), why);
    }

    private Reply stranger(Source from, Optional<AppId> claimed, Refusal why) {
        refusals.count(why.code());
        strangers.refused(from, WHAT, name(claimed), why);
        if (why.code() != WireCode.TOO_MANY_REQUEST) {
            gate.failed(from, WHAT, name(claimed));
        }
        return new Reply(Envelope.refused(why.code(), why.getMessage()), Optional.empty());
    }

    private static Optional<String> name(Optional<AppId> claimed) {
        return claimed.map(AppId::value);
    }

    private Bytes answer(String api, Verified verified) {
        try {
            NorthCall call = calls.named(api).orElseThrow(() -> unknown(api));
            return answer(call, callers.admit(verified));
        } catch (SpentElsewhere _) {
            return refused(verified.merchant().app().value(), SPENT);
        } catch (Refusal refusal) {
            return refused(verified.merchant().app().value(), refusal);
        } catch (RuntimeException e) {
            return fault(api, e);
        }
    }

    /** Bytes that are refused are taken as well: what makes no sense for one API may do so for another. */
    private Bytes answer(NorthCall call, NorthCall.Request request) throws Refusal {
        Optional<String> own = call.spendsItselfOn();
        if (own.isEmpty()) {
            spendRequest.spend(request.raw(), call.name());
            return looked(call, request);
        }
        try {
            return looked(call, request);
        } catch (Refusal refusal) {
            spendRequest.spend(request.raw(), own.get());
            throw refusal;
        }
    }

    private Bytes looked(NorthCall call, NorthCall.Request request) throws Refusal {
        Optional<KnownFields> known = call.knownFields();
        if (known.isPresent()) {
            known.get().check(request.data(), fields);
            unknown.tell(request.caller(), call.name(), known.get().unknown(request.data()));
        }
        return call.answer(request);
    }

    private Bytes refused(String who, Refusal refusal) {
        refusals.count(refusal.code());
        LOG.info("refused {}: {}, field {}", who, refusal.code(), refusal.field());
        return Envelope.refused(refusal.code(), refusal.getMessage());
    }

    private Bytes fault(String api, RuntimeException e) {
        refusals.count(WireCode.SYSTEM_ERROR);
        String known = calls.named(api).isPresent() ? api : "an unknown API";
        return Envelope.refused(WireCode.SYSTEM_ERROR, errors.tell("in " + known, e));
    }

    private Refusal unknown(String api) {
        return Refusal.of(WireCode.PARAMS_INVALID, "API name", api, calls.expected(api));
    }
}
