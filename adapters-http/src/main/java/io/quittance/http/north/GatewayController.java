package io.quittance.http.north;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.text.Bytes;
import io.quittance.http.peer.Proxies;
import io.quittance.http.wire.JsonAnswer;
import java.util.List;

/**
 * Hands the bytes of a request to the {@link Gateway}, and its answer back. Every answer is HTTP 200. The types that a
 * client claims to send and to accept are not believed: it is JSON or it is refused.
 */
@Controller(Gateway.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GatewayController {
    /** One header, as its page and as other clients of PayerMax write it: A11. */
    private static final List<String> TOKENS = List.of("merchant_auth_token", "merchantAuthToken");

    private final Gateway gateway;
    private final Proxies proxies;

    GatewayController(Gateway gateway, Proxies proxies) {
        this.gateway = gateway;
        this.proxies = proxies;
    }

    @Post("/{+api}")
    HttpResponse<byte[]> call(String api, HttpRequest<byte[]> request) {
        Bytes body = Bytes.of(request.getBody().orElse(new byte[0]));
        boolean tokens = TOKENS.stream().anyMatch(request.getHeaders()::contains);
        Gateway.Reply reply = gateway.answer(
                api, new Gateway.Asked(body, request.getHeaders().getAll("sign"), tokens, proxies.source(request)));
        return JsonAnswer.of(HttpStatus.OK, reply.body(), reply.sign());
    }
}
