package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.util.Optional;

/** The simulator of a running service, over its management port. */
public final class RemoteSimulations {
    private final ManagementCall service;

    public RemoteSimulations(ManagementCall service) {
        this.service = service;
    }

    /**
     * Makes an authorization, whose result is then told by a notification.
     *
     * @param appId empty for the demo merchant
     * @return the simulator's number of it
     */
    public String authorize(Optional<String> appId, String outTradeNo, String amount, String currency, String status) {
        Bytes form = JsonWriter.object(o -> {
            appId.ifPresent(id -> o.text("appId", id));
            o.text("outTradeNo", outTradeNo)
                    .text("amount", amount)
                    .text("currency", currency)
                    .text("status", status);
        });
        byte[] answer = service.send("POST", SimulationsController.AUTHORIZATIONS, form);
        return ManagementJson.text(ManagementJson.object(answer), "tradeToken");
    }
}
