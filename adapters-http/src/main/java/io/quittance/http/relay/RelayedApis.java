package io.quittance.http.relay;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.application.relay.RelayRequest;
import io.quittance.domain.account.Service;
import io.quittance.domain.relay.ApiName;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.NotServed;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.north.NorthCall;
import io.quittance.http.north.OtherApis;
import io.quittance.http.wire.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Every API that we do not know, passed on to upstream, so that an integration goes on working when its base URL is
 * changed. A name is 1 to 64 letters and digits; of {@code data} only the address is looked at at which
 * results are to be told: that becomes ours.
 */
public final class RelayedApis implements OtherApis {
    /** The fields of {@code data} that say where results are to be told; the second is of refunds. */
    public static final List<String> NOTIFY_URLS = List.of("notifyUrl", "refundNotifyUrl");

    private static final int MAX_URL = 2048;

    private final RelayRequest relayRequest;
    private final NotifyUrls places;

    public RelayedApis(RelayRequest relayRequest, NotifyUrls places) {
        this.relayRequest = relayRequest;
        this.places = places;
    }

    @Override
    public Optional<NorthCall> named(String api) {
        return ApiName.of(api).map(name -> new Relayed(name, relayRequest, places));
    }

    private record Relayed(ApiName api, RelayRequest relayRequest, NotifyUrls places) implements NorthCall {
        @Override
        public String name() {
            return api.value();
        }

        @Override
        public Bytes answer(Request request) throws Refusal {
            Message message = new Message(
                    request.raw(),
                    request.keyId(),
                    Fingerprint.of(List.of("relay", api.value(), request.raw().asUtf8())));
            RelayRequest.Command command = new RelayRequest.Command(api, notifyUrl(request), message);
            return switch (relayRequest.relay(request.caller(), command)) {
                case RelayRequest.Outcome.Answered(var reply) -> reply;
                case RelayRequest.Outcome.NotServed _ -> throw NotServed.refusal(Service.RELAY);
            };
        }

        /** The first of them; all are judged. */
        private Optional<URI> notifyUrl(NorthCall.Request request) throws Refusal {
            NotifyUrls its = places.of(request.caller());
            Optional<URI> first = Optional.empty();
            for (String name : NOTIFY_URLS) {
                Optional<URI> url = its.ifAny(request.data(), name, MAX_URL);
                first = first.or(() -> url);
            }
            return first;
        }
    }
}
