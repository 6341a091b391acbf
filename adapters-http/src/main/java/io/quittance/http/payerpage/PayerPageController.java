package io.quittance.http.payerpage;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Hands the payer's pages out. There only where the simulator settles: with PayerMax upstream a payer pays there. The policy
 * lets a browser run nothing and load nothing but the style and the merchant's logo.
 */
@Controller(PayerPageController.PATH)
@Requires(beans = PayerPages.class)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class PayerPageController {
    /** What all pages stand behind. */
    public static final String PATH = "/pay";

    private static final String HTML = "text/html;charset=utf-8";

    private final PayerPages pages;

    PayerPageController(PayerPages pages) {
        this.pages = pages;
    }

    @Get("/{id}")
    HttpResponse<byte[]> show(String id) {
        return answer(pages.show(id));
    }

    @Post("/{id}")
    HttpResponse<byte[]> pay(String id, HttpRequest<byte[]> request) {
        String body = new String(request.getBody().orElse(new byte[0]), StandardCharsets.UTF_8);
        return answer(pages.pay(id, body));
    }

    @Get("/{id}/result")
    HttpResponse<byte[]> result(String id, @QueryValue(defaultValue = "") String attempt) {
        return answer(pages.result(id, attempt));
    }

    @Get("/{id}/qrcode.png")
    HttpResponse<byte[]> qrCode(String id) {
        return pages.qrCode(id)
                .map(png -> guarded(HttpResponse.ok(png), "image/png", Optional.empty()))
                .orElseGet(() -> answer(pages.show("")));
    }

    @Get("/style.css")
    HttpResponse<byte[]> style() {
        return guarded(HttpResponse.ok(Style.CSS), "text/css;charset=utf-8", Optional.empty());
    }

    /** Whether people look at what is below a path. */
    public static boolean isAt(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /** What people see where no page of ours was reached, or it failed; in their browser's language, as the link's is not known. */
    public static MutableHttpResponse<byte[]> failing(HttpStatus status, HttpRequest<?> request) {
        String path = request.getPath().substring(PATH.length());
        String root = path.isEmpty()
                ? PATH.substring(1) + "/"
                : "../".repeat((int) path.chars().filter(c -> c == '/').count() - 1);
        String language =
                request.getHeaders().findFirst("Accept-Language").orElse("").split("[,;]", 2)[0];
        PageView view = new PageView(Tongue.of(language, "US"), root);
        String about = status == HttpStatus.NOT_FOUND ? "unknown" : "trouble";
        return answer(new PayerPages.Reply.Page(
                status.getCode(),
                view.saying(about, "bad", Optional.empty(), Optional.empty(), false),
                Optional.empty()));
    }

    /** Read once. */
    private static final class Style {
        private static final byte[] CSS = read();

        private static byte[] read() {
            try (InputStream in = PayerPageController.class.getResourceAsStream("style.css")) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static MutableHttpResponse<byte[]> answer(PayerPages.Reply reply) {
        return switch (reply) {
            case PayerPages.Reply.Page(var status, var html, var image) ->
                guarded(
                        HttpResponse.<byte[]>status(HttpStatus.valueOf(status))
                                .body(html.getBytes(StandardCharsets.UTF_8)),
                        HTML,
                        image);
            case PayerPages.Reply.Elsewhere(var where) ->
                guarded(
                        HttpResponse.<byte[]>status(HttpStatus.SEE_OTHER)
                                .body(new byte[0])
                                .header("Location", where),
                        HTML,
                        Optional.empty());
        };
    }

    private static MutableHttpResponse<byte[]> guarded(
            MutableHttpResponse<byte[]> response, String type, Optional<String> image) {
        return response.header("Content-Type", type)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src "
                                + image.map(origin -> "'self' " + origin).orElse("'self'")
                                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
                .header("Referrer-Policy", "same-origin");
    }
}
