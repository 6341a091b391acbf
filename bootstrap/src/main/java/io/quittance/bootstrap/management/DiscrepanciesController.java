package io.quittance.bootstrap.management;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.bootstrap.management.DiscrepancyCases.By;
import io.quittance.bootstrap.management.DiscrepancyCases.Listing;
import io.quittance.bootstrap.management.DiscrepancyCases.Whose;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.Json;
import java.util.Optional;

/** The management API for discrepancies; {@link RemoteDiscrepancyCases} is its caller. */
@Controller(DiscrepanciesController.PATH)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DiscrepanciesController {
    static final String PATH = "/management/discrepancies";
    static final String ONE = "/one";
    static final String REVEALED = "/one/revealed";
    static final String CLOSED = "/closed";
    static final String ADOPTED = "/adopted";

    private final DiscrepancyCases cases;
    private final ManagementToken token;

    DiscrepanciesController(DiscrepancyCases cases, ManagementToken token) {
        this.cases = cases;
        this.token = token;
    }

    /** Of what is asked for twice the first counts. */
    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        HttpParameters asked = request.getParameters();
        return ManagementAnswer.of(
                token,
                caller(request),
                () -> cases.list(new Listing(
                        flag(asked, "ended"),
                        asked.getFirst("kind"),
                        asked.getFirst("appId"),
                        asked.getFirst("order"),
                        asked.getFirst("olderThan"),
                        flag(asked, "oldestFirst"),
                        asked.getFirst("behind").map(text -> whole("number behind which to go on", text)),
                        asked.getFirst("limit")
                                .map(text -> (int) Math.min(Integer.MAX_VALUE, whole("limit", text)))
                                .orElse(Listing.USUAL))));
    }

    @Get(ONE)
    HttpResponse<byte[]> tell(HttpRequest<?> request) {
        HttpParameters asked = request.getParameters();
        return ManagementAnswer.of(
                token,
                caller(request),
                () -> cases.tell(
                        asked.getFirst("number")
                                .map(DiscrepanciesController::number)
                                .orElseThrow(() -> new Trouble("Which discrepancy?")),
                        new Whose(asked.getFirst("appId"), asked.getFirst("account"))));
    }

    private static Optional<String> caller(HttpRequest<?> request) {
        return request.getHeaders().findFirst("Authorization");
    }

    /** No GET, as it leaves a trace. */
    @Post(REVEALED)
    HttpResponse<byte[]> reveal(@Header("Authorization") Optional<String> caller, @Body byte[] wish) {
        return ManagementAnswer.of(token, caller, () -> cases.reveal(by(ManagementJson.object(wish))));
    }

    @Post(CLOSED)
    HttpResponse<byte[]> close(@Header("Authorization") Optional<String> caller, @Body byte[] wish) {
        return ManagementAnswer.of(token, caller, () -> cases.close(by(ManagementJson.object(wish))));
    }

    @Post(ADOPTED)
    HttpResponse<byte[]> adopt(@Header("Authorization") Optional<String> caller, @Body byte[] wish) {
        return ManagementAnswer.of(token, caller, () -> {
            Json.Obj fields = ManagementJson.object(wish);
            Whose whose =
                    new Whose(ManagementJson.optional(fields, "appId"), ManagementJson.optional(fields, "account"));
            return cases.adopt(by(fields), whose);
        });
    }

    private static By by(Json.Obj fields) {
        return new By(
                number(ManagementJson.text(fields, "number")),
                ManagementJson.text(fields, "reason"),
                ManagementJson.text(fields, "person"));
    }

    private static boolean flag(HttpParameters asked, String name) {
        return asked.getFirst(name).filter("true"::equals).isPresent();
    }

    private static long number(String text) {
        return whole("number of the discrepancy", text);
    }

    private static long whole(String what, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Trouble("The " + what + " is " + ProtocolText.excerpt(text) + " (expected: a number).", e);
        }
    }
}
