package io.quittance.http.payermax;

import io.quittance.application.account.Holder;
import io.quittance.application.relay.FarGateway;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.relay.ApiName;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.outbound.Posted;
import io.quittance.http.payermax.PayerMaxCall.Dispatched;
import io.quittance.http.relay.ForeignNewsCallback;
import io.quittance.http.relay.RelayedApis;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.WireCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes requests on to PayerMax whose API we do not know: {@code data} as it came, to the letter, in a new envelope
 * under the merchant's account there, but for the address that is to be told the results: that becomes ours. Whatever comes back is believed only with PayerMax's signature over its exact
 * bytes, and then handed back to the byte.
 */
public final class PayerMaxRelay implements FarGateway {
    private static final Logger LOG = LoggerFactory.getLogger(PayerMaxRelay.class);

    private final PayerMaxCall call;
    private final Duration patience;
    private final URI publicUrl;

    /**
     * @param patience how long an exchange may take: what broke off later than that is a time-out
     * @param publicUrl where PayerMax reaches us, without a slash at its end
     */
    public PayerMaxRelay(PayerMaxCall call, Duration patience, URI publicUrl) {
        this.call = call;
        this.patience = patience;
        this.publicUrl = publicUrl;
    }

    /** What is kept of the merchant's own envelope: how it is to be understood, and what was asked. */
    private record Letter(String version, String data) {}

    @Override
    public Answered ask(Holder holder, Relay relay, Bytes request) {
        Merchant merchant = holder.merchant();
        ApiName api = relay.api();
        Letter letter = letter(request);
        String data = relay.notifyUrl().isPresent()
                ? tellingUs(letter.data(), ForeignNewsCallback.address(publicUrl, merchant, relay.id()))
                : letter.data();
        return switch (call.dispatch(holder.account(), api.value(), letter.version(), o -> o.raw("data", data))) {
            case Dispatched.Unregistered(var why) -> failed(merchant, api, Exchange.nothingSent(Duration.ZERO), why);
            case Dispatched.Sent sent ->
                switch (sent.posted()) {
                    case Posted.Withheld withheld ->
                        failed(merchant, api, Exchange.nothingSent(withheld.took()), withheld.why());
                    case Posted.NotConnected(var why, var _, var took) ->
                        failed(merchant, api, Exchange.nothingSent(took), "no connection: " + why);
                    case Posted.Broken(var status, var why, var _, var took) ->
                        broken(
                                merchant,
                                api,
                                new Exchange(Optional.of(sent.request()), Optional.empty(), status, took),
                                why);
                    case Posted.Answered answered -> answered(merchant, api, sent, answered);
                };
        };
    }

    /** Results are told to us, and we tell the merchant; all else stays to the letter. */
    private static String tellingUs(String data, URI ours) {
        String address = JsonWriter.text(ours.toString());
        String told = data;
        try {
            for (String name : RelayedApis.NOTIFY_URLS) {
                told = JsonReader.withField(told.getBytes(StandardCharsets.UTF_8), name, address);
            }
        } catch (JsonFault e) {
            throw new IllegalStateException("a verified request is no JSON", e);
        }
        return told;
    }

    private static Letter letter(Bytes request) {
        byte[] body = request.toArray();
        try {
            if (JsonReader.read(body) instanceof Json.Obj envelope
                    && envelope.fields().get("version") instanceof Json.Str(var version)) {
                return new Letter(version, JsonReader.rawField(body, "data").orElseThrow());
            }
        } catch (JsonFault e) {
            throw new IllegalStateException("a verified request is no JSON", e);
        }
        throw new IllegalStateException("a verified request without a version");
    }

    private Answered answered(Merchant merchant, ApiName api, Dispatched.Sent sent, Posted.Answered answered) {
        Exchange exchange = new Exchange(
                Optional.of(sent.request()),
                Optional.of(answered.body()),
                Optional.of(answered.status()),
                answered.took());
        if (answered.flaw().isPresent()) {
            return failed(merchant, api, exchange, answered.flaw().get());
        }
        boolean signed = sent.signed(answered);
        Optional<String> elsewhere = call.address().elsewhere(answered, signed);
        return signed
                ? new Answered(exchange, answered.body(), "upstream answered")
                : failed(merchant, api, exchange, elsewhere.orElse("an answer without a valid signature"));
    }

    private Answered broken(Merchant merchant, ApiName api, Exchange exchange, String why) {
        if (exchange.took().compareTo(patience) < 0) {
            return failed(merchant, api, exchange, why);
        }
        LOG.warn("{} of {} was passed on to upstream: {}", api, merchant.app(), why);
        return new Answered(
                exchange,
                Envelope.refused(WireCode.REQUEST_TIMEOUT, "Upstream did not answer in time; the outcome is unknown."),
                why);
    }

    private static Answered failed(Merchant merchant, ApiName api, Exchange exchange, String why) {
        LOG.warn("{} of {} could not be answered by upstream: {}", api, merchant.app(), why);
        return new Answered(
                exchange,
                Envelope.refused(WireCode.SYSTEM_ERROR, "Upstream gave no answer that can be believed."),
                why);
    }
}
