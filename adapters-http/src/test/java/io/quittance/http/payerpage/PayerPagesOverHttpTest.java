package io.quittance.http.payerpage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The page of a link over HTTP")
class PayerPagesOverHttpTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern ATTEMPT = Pattern.compile("name=\"attempt\" value=\"([0-9a-f]+)\"");

    private final LiveGateway gateway = new LiveGateway();

    @AfterEach
    void stop() {
        gateway.close();
    }

    private PaymentLink created(Draft draft) {
        byte[] body = draft.bytes();
        Answer answer = new Client(gateway)
                .post(Client.CREATE_LINK, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
        assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
        return gateway.link(Answer.text(answer.data(), "merchantLinkId")).orElseThrow();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/pay/" + path));
    }

    private HttpResponse<byte[]> get(String path) {
        return send(at(path).GET());
    }

    private HttpResponse<byte[]> post(PaymentLink link, String form) {
        return send(at(link.id().value())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String page(PaymentLink link) {
        return text(get(link.id().value()));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private String attempt(PaymentLink link) {
        Matcher matcher = ATTEMPT.matcher(page(link));
        assertTrue(matcher.find(), "there is a form");
        return matcher.group(1);
    }

    private String followed(PaymentLink link, HttpResponse<byte[]> response) {
        assertEquals(303, response.statusCode(), () -> text(response));
        String where = response.headers().firstValue("Location").orElseThrow();
        assertTrue(where.startsWith(link.id() + "/result?attempt="), where);
        return text(get(where));
    }

    private String pay(PaymentLink link, String attempt, String outcome) {
        return followed(link, post(link, "attempt=" + attempt + "&method=CARD&outcome=" + outcome));
    }

    private List<SimulatedOrder> due() {
        return gateway.store.simulatedOrders().due(gateway.clock.instant().plus(Duration.ofDays(1)), 100);
    }

    @Nested
    class That_can_be_paid {
        @Test
        void shows_goods_amount_choices_and_contact() {
            String page = page(created(Draft.link("L1")));

            for (String part : List.of(
                    "<html lang=\"en\" dir=\"ltr\">",
                    "<h1>Pay Rp",
                    "Two pairs of shoes",
                    "<h3><bdi>Shoes</bdi></h3>",
                    "For winter",
                    "Quantity: 2",
                    "<label for=\"method-bank-transfer\">Bank transfer</label>",
                    "<label for=\"outcome-failed\">",
                    "<img class=\"logo\" alt=\"\" referrerpolicy=\"no-referrer\""
                            + " src=\"https://shop.example/logo.png\">",
                    "href=\"mailto:help@shop.example\"")) {
                assertTrue(page.contains(part), () -> part + " is missing in " + page);
            }
            assertFalse(page.contains("our own note"), "the merchant's note is not for the payer");
            assertFalse(page.contains("Grace"), "nor is who pays");
            assertFalse(page.contains("<script"));
        }

        @Test
        void lets_a_browser_load_nothing_but_its_style_and_the_logo() {
            PaymentLink link = created(Draft.link("L1"));

            HttpResponse<byte[]> response = get(link.id().value());

            assertEquals(
                    "default-src 'none'; style-src 'self'; img-src 'self' https://shop.example; form-action 'self';"
                            + " base-uri 'none'; frame-ancestors 'none'",
                    response.headers().firstValue("Content-Security-Policy").orElseThrow());
            assertEquals(
                    "nosniff",
                    response.headers().firstValue("X-Content-Type-Options").orElseThrow());
            assertEquals(
                    "no-store", response.headers().firstValue("Cache-Control").orElseThrow());
            assertEquals(
                    "text/html;charset=utf-8",
                    response.headers().firstValue("Content-Type").orElseThrow());
            assertEquals(200, get("style.css").statusCode());
        }

        @Test
        void has_a_picture_that_a_reader_decodes_to_its_address() throws Exception {
            PaymentLink link = created(Draft.link("L1"));

            HttpResponse<byte[]> picture = get(link.id() + "/qrcode.png");

            assertEquals(
                    "image/png", picture.headers().firstValue("Content-Type").orElseThrow());
            assertEquals(link.urls().orElseThrow().page(), QrCodeTest.decoded(picture.body()));
            assertEquals(
                    link.urls().orElseThrow().qrCode(),
                    link.urls().orElseThrow().page() + "/qrcode.png");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<script>alert(1)</script>",
                    "\\\"><img src=x onerror=alert(1)>",
                    "' onmouseover='alert(1)",
                    "</title><svg onload=alert(1)>",
                    "&lt;script&gt;",
                    "javascript:alert(1)",
                    "\\u0000\\u0001\\u202e"
                })
        void shows_whatever_merchants_write_as_text(String hostile) {
            Draft draft = Draft.link("L1")
                    .with("data.description", Draft.text(hostile))
                    .with(
                            "data.goodsDetails",
                            "[{\"goodsName\":\"" + hostile + "\",\"goodsDescription\":\"" + hostile
                                    + "\",\"quantity\":\"1\",\"price\":\"1\",\"goodsCurrency\":\"IDR\",\"showUrl\":\""
                                    + hostile + "\"}]")
                    .with(
                            "data.merchantInfo",
                            "{\"logoUrl\":\"" + hostile + "\",\"contactEmail\":\"" + hostile + "\"}");

            String page = page(created(draft));

            String tags = page.replaceAll(
                    "</?(!DOCTYPE"
                        + " html|html|head|meta|title|link|body|main|h[123]|p|ul|li|bdi|span|dl|div|dt|dd|form|input|fieldset|legend|label|button)("
                        + " [a-z-]+(=\"[^\"<>]*\")?)*>",
                    "");
            assertFalse(tags.contains("<"), tags);
            assertFalse(page.contains("\u0000"), "no control characters");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"javascript:alert(1)", "data:image/png;base64,AA", "//shop.example/x", "ftp://a/b", "x"})
        void loads_no_logo_from_anywhere_but_the_web(String logo) {
            String page = page(created(Draft.link("L1")
                    .with("data.merchantInfo", "{\"logoUrl\":\"" + logo + "\",\"contactEmail\":\"a@b.example\"}")));

            assertFalse(page.contains("<img"));
        }
    }

    @Nested
    class Whose_form_is_submitted {
        @Test
        void says_that_it_was_paid_and_lets_the_simulator_tell_it_once() {
            PaymentLink link = created(Draft.link("L1"));

            String result = pay(link, attempt(link), "SUCCESS");

            assertTrue(result.contains("Payment successful"), result);
            assertEquals(1, due().size());
            assertTrue(result.contains(due().getFirst().number()));
            assertTrue(page(link).contains("Already paid"), "though the news of it is still on its way");
        }

        @Test
        void twice_pays_once_and_says_the_same() {
            PaymentLink link = created(Draft.link("L1"));
            String attempt = attempt(link);

            String first = pay(link, attempt, "SUCCESS");

            assertEquals(first, pay(link, attempt, "SUCCESS"));
            assertEquals(first, pay(link, attempt, "FAILED"), "the first choice counts");
            assertEquals(1, due().size());
        }

        @Test
        void in_two_windows_pays_once() {
            PaymentLink link = created(Draft.link("L1"));
            String one = attempt(link);
            String other = attempt(link);

            pay(link, one, "SUCCESS");
            String second = pay(link, other, "SUCCESS");

            assertTrue(second.contains("Already paid"), second);
            assertEquals(1, due().size());
        }

        @Test
        void that_fails_or_stays_pending_says_so_and_can_be_tried_again() {
            PaymentLink link = created(Draft.link("L1"));

            assertTrue(pay(link, attempt(link), "FAILED").contains("Payment failed"));
            assertTrue(pay(link, attempt(link), "PENDING").contains("Payment pending"));
            assertEquals(List.of(), due(), "nobody is told of it");

            assertTrue(pay(link, attempt(link), "SUCCESS").contains("Payment successful"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "attempt=ab",
                    "attempt=ab&method=CASH&outcome=SUCCESS",
                    "attempt=ab&method=CARD&outcome=MAYBE",
                    "attempt=../x&method=CARD&outcome=SUCCESS",
                    "attempt=%&method=CARD&outcome=SUCCESS",
                    "method=CARD&outcome=SUCCESS"
                })
        void that_is_not_filled_in_shows_it_again_and_pays_nothing(String form) {
            PaymentLink link = created(Draft.link("L1"));

            HttpResponse<byte[]> answer = post(link, form);

            assertEquals(400, answer.statusCode());
            assertTrue(text(answer).contains("role=\"alert\""));
            assertEquals(List.of(), due());
        }
    }

    @Nested
    class That_cannot_be_paid {
        @Test
        void says_kindly_that_it_has_expired() {
            PaymentLink link = created(Draft.link("L1").with("data.language", "\"es\""));
            String attempt = attempt(link);
            gateway.clock.set(link.expiresAt());

            HttpResponse<byte[]> page = get(link.id().value());
            HttpResponse<byte[]> late = post(link, "attempt=" + attempt + "&method=CARD&outcome=SUCCESS");

            assertEquals(410, page.statusCode());
            assertEquals(410, late.statusCode());
            assertTrue(text(page).contains("Este enlace ha caducado"));
            assertEquals(List.of(), due());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"nosuchlink", "nosuchlink/result?attempt=ab", "nosuchlink/qrcode.png", "%20x", "%3Cb%3E"})
        void says_kindly_that_there_is_none(String path) {
            HttpResponse<byte[]> page = get(path);

            assertEquals(404, page.statusCode());
            assertTrue(text(page).contains("Link not found"), () -> text(page));
        }

        @Test
        void was_made_elsewhere_and_is_paid_there() {
            byte[] news = Draft.linkNotification("elsewhere").bytes();
            new Client(gateway)
                    .post("/payLinkResultNotifyUrl", news, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), news)));

            PaymentLink link = gateway.link("elsewhere").orElseThrow();
            assertEquals(404, get(link.id().value()).statusCode());
        }
    }

    @Test
    void leads_back_from_a_result_that_is_none() {
        PaymentLink link = created(Draft.link("L1"));

        HttpResponse<byte[]> answer = get(link.id() + "/result?attempt=ab12");

        assertEquals(303, answer.statusCode());
        assertEquals("../" + link.id(), answer.headers().firstValue("Location").orElseThrow());
    }
}
