package io.quittance.bootstrap.management;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The management API described for programs, as OpenAPI 3.1 in YAML. It is written by hand, as the API answers JSON that is
 * written by hand; a test holds each answer against it, and each route; and what it does not
 * name is not taken ({@link ApiOperation}).
 */
@Controller(ApiDescription.PATH)
@Produces("application/yaml")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ApiDescription {
    public static final String PATH = ApiFilter.PATH + "/openapi.yaml";

    @Get
    byte[] read() {
        return text();
    }

    static byte[] text() {
        try (InputStream file = Objects.requireNonNull(ApiDescription.class.getResourceAsStream("/openapi.yaml"))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
