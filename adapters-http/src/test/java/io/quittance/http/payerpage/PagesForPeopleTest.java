package io.quittance.http.payerpage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Line;
import io.quittance.http.live.Snapshot;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asked by bytes, as a browser cannot be brought to ask so. */
@DisplayName("People who come to where nothing is")
class PagesForPeopleTest {
    private final Payer payer = new Payer();

    @AfterEach
    void stop() {
        payer.close();
    }

    private String ask(String method, String path, String headers) {
        try (Line line = new Line(payer.gateway)) {
            return line.says(method + " " + path + " HTTP/1.1\r\nHost: gateway\r\n" + headers
                            + "Content-Length: 0\r\n\r\n")
                    .ends()
                    .hears();
        }
    }

    private static void isPage(String answer, int status, String title, String style) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.toLowerCase().contains("content-type: text/html;charset=utf-8"), answer);
        assertTrue(answer.contains("Content-Security-Policy: default-src 'none'"), answer);
        assertTrue(answer.contains("<title>" + title + "</title>"), answer);
        assertTrue(answer.contains("href=\"" + style + "\""), answer);
        assertFalse(answer.contains("PARAMS_INVALID"), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/pay, pay/style.css",
        "/pay/, style.css",
        "/pay/a/b/c, ../../style.css",
        "/pay/a/result/more, ../../style.css"
    })
    void see_a_page(String path, String style) {
        isPage(ask("GET", path, ""), 404, "Link not found", style);
    }

    @ParameterizedTest
    @CsvSource({"PUT, 'GET, POST'", "DELETE, 'GET, POST'"})
    void see_one_by_another_method_and_their_browser_is_told_which_there_are(String method, String allowed) {
        PaymentLink link = payer.created(Draft.link("L1"));
        Snapshot before = payer.gateway.snapshot();

        String answer = ask(method, "/pay/" + link.id(), "Accept-Language: es-MX,es;q=0.9\r\n");

        isPage(answer, 405, "Algo ha fallado", "style.css");
        for (String one : allowed.split(", ")) {
            assertTrue(allow(answer).orElse("").contains(one), answer);
        }
        assertEquals(before, payer.gateway.snapshot());
    }

    private static Optional<String> allow(String answer) {
        return answer.lines()
                .filter(line -> line.toLowerCase().startsWith("allow:"))
                .findFirst();
    }

    @Test
    void see_one_when_we_fail() {
        PaymentLink link = payer.created(Draft.link("L1"));
        payer.gateway.failing(Optional.of(new IllegalStateException("the database is away")));

        isPage(ask("GET", "/pay/" + link.id(), ""), 500, "Something went wrong", "style.css");
    }

    @Test
    void see_one_after_they_sent_too_much() {
        PaymentLink link = payer.created(Draft.link("L1"));
        try (Line line = new Line(payer.gateway)) {
            String answer = line.says("POST /pay/" + link.id()
                            + " HTTP/1.1\r\nHost: gateway\r\nContent-Length: 70000\r\n\r\n" + "x".repeat(70_000))
                    .ends()
                    .hears();

            isPage(answer, 400, "Something went wrong", "style.css");
        }
    }
}
