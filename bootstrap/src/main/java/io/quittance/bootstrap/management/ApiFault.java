package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.json.JsonWriter;
import jakarta.inject.Singleton;

/** How the management port says what was wrong: JSON with one sentence; 400 for what a person must set right. */
@Singleton
final class ApiFault implements ExceptionHandler<Trouble, HttpResponse<byte[]>> {
    @Override
    @SuppressWarnings("rawtypes") // as the framework has it
    public HttpResponse<byte[]> handle(HttpRequest request, Trouble trouble) {
        return answer(HttpStatus.BAD_REQUEST, trouble.getMessage());
    }

    static MutableHttpResponse<byte[]> answer(HttpStatus status, String sentence) {
        return HttpResponse.<byte[]>status(status).body(written(sentence)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    static byte[] written(String sentence) {
        return JsonWriter.object(o -> o.text("error", sentence)).toArray();
    }
}
