package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;

/** The management API for keys; {@link RemoteKeys} is its caller. */
@Controller(KeysController.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeysController {
    static final String PATH = ApiFilter.PATH + "/keys";
    static final String ADDED = "/added";
    static final String RETIRED = "/retired";
    static final String MOVED = "/moved";
    static final String REVOKED = "/revoked";

    private final Keys keys;

    KeysController(Keys keys) {
        this.keys = keys;
    }

    @Get
    Bytes read(HttpRequest<?> request) {
        Query query = Query.of(request);
        return KeysWire.write(keys.list(query.optional("kind"), query.optional("name")));
    }

    @Post(ADDED)
    Bytes add(HttpRequest<byte[]> request) {
        Json.Obj wish = ManagementJson.wish(request);
        return KeysWire.write(keys.add(KeysWire.whose(wish), KeysWire.newKey(wish), ByWhom.read(wish)));
    }

    @Post(RETIRED)
    Bytes retire(HttpRequest<byte[]> request) {
        Json.Obj wish = ManagementJson.wish(request);
        String id = ManagementJson.text(wish, "fingerprint");
        return KeysWire.write(ManagementJson.optional(wish, "until")
                .map(until -> keys.retire(KeysWire.whose(wish), id, until, ByWhom.read(wish)))
                .orElseGet(() -> keys.retire(KeysWire.whose(wish), id, ByWhom.read(wish))));
    }

    @Post(MOVED)
    Bytes move(HttpRequest<byte[]> request) {
        Json.Obj wish = ManagementJson.wish(request);
        return KeysWire.write(keys.move(
                KeysWire.whose(wish),
                ManagementJson.text(wish, "fingerprint"),
                ManagementJson.text(wish, "key"),
                ByWhom.read(wish)));
    }

    @Post(REVOKED)
    Bytes revoke(HttpRequest<byte[]> request) {
        Json.Obj wish = ManagementJson.wish(request);
        return KeysWire.write(
                keys.revoke(KeysWire.whose(wish), ManagementJson.text(wish, "fingerprint"), ByWhom.read(wish)));
    }
}
