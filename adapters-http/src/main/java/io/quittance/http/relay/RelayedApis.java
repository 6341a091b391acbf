package io.quittance.http.relay;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.application.relay.RelayRequest;
import io.quittance.domain.relay.ApiName;
import io.quittance.domain.text.Bytes;
import io.quittance.http.north.NorthCall;
import io.quittance.http.north.OtherApis;
import java.util.List;
import java.util.Optional;

/**
 * Every API that we do not know, passed on to upstream, so that an integration goes on working when its base URL is
 * changed. A name is 1 to 64 letters and digits; {@code data} is not looked at.
 */
public final class RelayedApis implements OtherApis {
    private final RelayRequest relayRequest;

    public RelayedApis(RelayRequest relayRequest) {
        this.relayRequest = relayRequest;
    }

    @Override
    public Optional<NorthCall> named(String api) {
        return ApiName.of(api).map(name -> new Relayed(name, relayRequest));
    }

    private record Relayed(ApiName api, RelayRequest relayRequest) implements NorthCall {
        @Override
        public String name() {
            return api.value();
        }

        @Override
        public Bytes answer(Request request) {
            Message message = new Message(
                    request.raw(),
                    request.keyId(),
                    Fingerprint.of(List.of("relay", api.value(), request.raw().asUtf8())));
            return relayRequest.relay(request.caller(), new RelayRequest.Command(api, message));
        }
    }
}
