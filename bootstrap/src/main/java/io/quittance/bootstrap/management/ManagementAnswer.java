package io.quittance.bootstrap.management;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the management API answers: 401 to whoever shows no token, 400 and a sentence for what a person must set right.
 */
final class ManagementAnswer {
    private ManagementAnswer() {}

    static HttpResponse<byte[]> of(ManagementToken token, Optional<String> caller, Supplier<Bytes> work) {
        if (caller.filter(token::matches).isEmpty()) {
            return HttpResponse.unauthorized();
        }
        try {
            return HttpResponse.ok(work.get().toArray()).contentType(MediaType.APPLICATION_JSON_TYPE);
        } catch (Trouble e) {
            byte[] said =
                    JsonWriter.object(o -> o.text("error", e.getMessage())).toArray();
            return HttpResponse.badRequest(said).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
