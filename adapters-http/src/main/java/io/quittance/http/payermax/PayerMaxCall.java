package io.quittance.http.payermax;

import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.application.upstream.Patience;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.outbound.Headers;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.Posted;
import io.quittance.http.outbound.Posted.Answered;
import io.quittance.http.signing.HeldKey;
import io.quittance.http.signing.Rsa;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.UpstreamEnvelope;
import io.quittance.http.wire.WireCode;
import io.quittance.http.wire.WireTime;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One signed call to PayerMax's gateway, whatever about, and what may be believed of the answer.
 *
 * <p>An acceptance is believed only with upstream's valid signature over the exact bytes. Every other code with that
 * signature, or without it where nobody on the way could have made it up: over TLS, or to the machine itself (see {@link
 * Guarded}). PayerMax, and Quittance as upstream, sign nothing before they know who asks, so a wrong key or app id is
 * always answered unsigned; over unguarded HTTP such an answer leaves the outcome unknown, as a forgery would.
 */
public final class PayerMaxCall {
    /** Of the calls that we make by ourselves. */
    private static final String VERSION = "1.4";

    private static final Logger LOG = LoggerFactory.getLogger(PayerMaxCall.class);

    private final FarAddress address;
    private final JsonPost post;
    private final Function<Account, PayerMaxSettings> settings;
    private final InstantSource clock;

    /** The key of ours that upstream took after it had refused another, or that is to be tried next. */
    private final Map<AccountId, PrivateKey> taken = new ConcurrentHashMap<>();

    /** @param settings of an account with PayerMax */
    public PayerMaxCall(
            FarAddress address, JsonPost post, Function<Account, PayerMaxSettings> settings, InstantSource clock) {
        this.address = address;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What an answer says, before it is known whether to believe it.
     *
     * @param aboutAnother whether it names another order than was asked about
     * @param said what it says of the order; counts only if the code is an acceptance
     */
    record Reading<S>(String code, String msg, boolean aboutAnother, S said) {
        Reading {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(msg, "msg");
        }
    }

    /** Reads the body of an answer. */
    @FunctionalInterface
    interface Reader<S> {
        Reading<S> read(Bytes body) throws JsonFault, Refusal;
    }

    /**
     * Calls an API as that account.
     *
     * @param data writes the fields of the request's {@code data}
     */
    <S> Answer<S> ask(Account account, String api, Consumer<JsonWriter> data, Reader<S> reader) {
        return switch (dispatch(account, api, VERSION, o -> o.object("data", data))) {
            case Dispatched.Unregistered(var why) -> misconfigured(why);
            case Dispatched.Sent sent ->
                switch (sent.posted()) {
                    case Posted.Withheld withheld -> Answer.NotProcessed.untried(withheld.took(), withheld.why());
                    case Posted.NotConnected(var why, var _, var took) ->
                        new Answer.NotProcessed<>(Exchange.nothingSent(took), "no connection: " + why);
                    case Posted.Broken(var status, var why, var _, var took) ->
                        unknown(new Exchange(Optional.of(sent.request()), Optional.empty(), status, took), why);
                    case Answered answered -> read(answered, sent, reader);
                };
        };
    }

    /** What became of a request, before anybody has looked at the answer. */
    sealed interface Dispatched {
        /** The account has no key that it takes; nothing was sent. */
        record Unregistered(String why) implements Dispatched {}

        /** @param theirs the keys of which the answer must verify with one */
        record Sent(Bytes request, List<PublicKey> theirs, Posted posted) implements Dispatched {
            public Sent {
                theirs = List.copyOf(theirs);
            }

            /** Whether upstream has signed that answer, to the byte. */
            boolean signed(Answered answer) {
                return answer.headers()
                        .only("sign")
                        .filter(sign -> theirs.stream().anyMatch(key -> Rsa.verify(key, answer.body(), sign)))
                        .isPresent();
            }
        }
    }

    /**
     * Sends one signed request as that account, whatever about.
     *
     * @param data writes the field {@code data}
     */
    Dispatched dispatch(Account account, String api, String version, Consumer<JsonWriter> data) {
        Instant now = clock.instant();
        PayerMaxSettings known = settings.apply(account);
        List<PrivateKey> ours = known.signingAt(now);
        if (ours.isEmpty()) {
            return new Dispatched.Unregistered("no private key for upstream is registered");
        }
        List<PublicKey> theirs = known.verifyingAt(now);
        if (theirs.isEmpty()) {
            return new Dispatched.Unregistered("no public key of upstream is registered");
        }
        UpstreamName name = known.name();
        Bytes request = JsonWriter.object(o -> data.accept(o.text("version", version)
                .text("keyVersion", "1")
                .text("requestTime", WireTime.millis(now))
                .text("appId", name.app().value())
                .text("merchantNo", name.no().value())));
        return sent(
                account, atHand(ours), key -> new Dispatched.Sent(request, theirs, posted(known, api, key, request)));
    }

    /** Those that this instance can have; all, if it can have none. */
    private static List<PrivateKey> atHand(List<PrivateKey> ours) {
        List<PrivateKey> atHand =
                ours.stream().filter(key -> HeldKey.flaw(key).isEmpty()).toList();
        return atHand.isEmpty() ? ours : atHand;
    }

    /** What is ours alone, as a token that does not answer, holds nobody's lane: other instances may have the key. */
    private Posted posted(PayerMaxSettings known, String api, PrivateKey key, Bytes request) {
        String sign;
        try {
            sign = Rsa.sign(key, request);
        } catch (HeldKey.Unavailable e) {
            return new Posted.Crowded(e.getMessage(), Duration.ZERO);
        }
        return post.post(address.of(api), request, Headers.sign(sign), known.terms());
    }

    /**
     * Upstream may not know a new key of ours yet, or an old one no more, as there one takes the other's place at once. So what it
     * refuses for the signature alone goes again with the next key, and the one that it took goes first from then on. Behind slow
     * answers no time is left for that: the next call begins with the key behind.
     */
    private Dispatched.Sent sent(
            Account account, List<PrivateKey> ours, Function<PrivateKey, Dispatched.Sent> sending) {
        List<PrivateKey> order = new ArrayList<>(ours);
        Optional.ofNullable(taken.get(account.id())).filter(order::remove).ifPresent(order::addFirst);
        Dispatched.Sent sent = sending.apply(order.getFirst());
        Duration spent = sent.posted().took();
        for (PrivateKey next : order.subList(1, order.size())) {
            if (!refusesKey(sent)) {
                return sent;
            }
            if (spent.compareTo(Patience.QUICK) > 0) {
                taken.put(account.id(), next);
                return sent;
            }
            sent = sending.apply(next);
            spent = spent.plus(sent.posted().took());
            if (!refusesKey(sent)) {
                LOG.info("upstream takes what account {} signs with the key {}", account.id(), Rsa.pairId(next));
                taken.put(account.id(), next);
            }
        }
        return sent;
    }

    /** Nobody on the way could have made that up, and it was not looked at. */
    private boolean refusesKey(Dispatched.Sent sent) {
        try {
            return sent.posted() instanceof Answered answered
                    && answered.flaw().isEmpty()
                    && (address.guarded() || sent.signed(answered))
                    && UpstreamEnvelope.read(answered.body()).code().equals(WireCode.SIGN_VERIFY_FAILED.name());
        } catch (JsonFault | Refusal _) {
            return false;
        }
    }

    /** Whether that account has keys that count now. */
    boolean canAsk(Account account) {
        Instant now = clock.instant();
        PayerMaxSettings known = settings.apply(account);
        return !known.signingAt(now).isEmpty() && !known.verifyingAt(now).isEmpty();
    }

    /** Whether it answers where we ask. */
    FarAddress address() {
        return address;
    }

    private <S> Answer<S> read(Answered answered, Dispatched.Sent sent, Reader<S> reader) {
        Exchange exchange = new Exchange(
                Optional.of(sent.request()),
                Optional.of(answered.body()),
                Optional.of(answered.status()),
                answered.took());
        if (answered.flaw().isPresent()) {
            return unknown(exchange, answered.flaw().get());
        }
        boolean signed = sent.signed(answered);
        Optional<String> elsewhere = address.elsewhere(answered, signed);
        if (elsewhere.isPresent()) {
            return new Answer.Misconfigured<>(exchange, elsewhere.get());
        }
        try {
            return sorted(reader.read(answered.body()), signed, exchange);
        } catch (JsonFault _) {
            return unknown(exchange, "the answer is not JSON as the protocol has it");
        } catch (Refusal refusal) {
            return unknown(exchange, "the answer's " + refusal.field() + " makes no sense");
        }
    }

    private <S> Answer<S> sorted(Reading<S> reading, boolean signed, Exchange exchange) {
        if (reading.aboutAnother()) {
            return unknown(exchange, "the answer is about another order");
        }
        CodeMeaning meaning = CodeMeaning.of(reading.code());
        String code = ProtocolText.excerpt(reading.code());
        if (!signed && (meaning == CodeMeaning.ACCEPTED || !address.guarded())) {
            return unknown(exchange, code + " without a valid signature");
        }
        return switch (meaning) {
            case ACCEPTED -> new Answer.Taken<>(exchange, reading.said());
            case REFUSED -> new Answer.Refused<>(exchange, new Failure(reading.code(), reading.msg()));
            case NOT_PROCESSED -> new Answer.NotProcessed<>(exchange, code);
            case MISCONFIGURED -> new Answer.Misconfigured<>(exchange, code);
            case UNKNOWN -> unknown(exchange, code);
        };
    }

    private static <S> Answer<S> misconfigured(String why) {
        return new Answer.Misconfigured<>(Exchange.nothingSent(Duration.ZERO), why);
    }

    private static <S> Answer<S> unknown(Exchange exchange, String why) {
        String status = exchange.status().map(known -> "HTTP " + known + ", ").orElse("");
        return new Answer.Unknown<>(exchange, status + why);
    }
}
