package io.quittance.http.payerpage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The page of a link over HTTP")
class PayerPagesOverHttpTest {
    private final Payer payer = new Payer();

    @AfterEach
    void stop() {
        payer.close();
    }

    @Nested
    class That_can_be_paid {
        @Test
        void shows_goods_amount_choices_and_contact() {
            String page = payer.page(payer.created(Draft.link("L1")));

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
            PaymentLink link = payer.created(Draft.link("L1"));

            HttpResponse<byte[]> response = payer.get(link.id().value());

            assertEquals(
                    "default-src 'none'; style-src 'self'; img-src 'self' https://shop.example; form-action 'self';"
                            + " base-uri 'none'; frame-ancestors 'none'",
                    response.headers().firstValue("Content-Security-Policy").orElseThrow());
            assertEquals(
                    "nosniff",
                    response.headers().firstValue("X-Content-Type-Options").orElseThrow());
            assertEquals(
                    "DENY", response.headers().firstValue("X-Frame-Options").orElseThrow());
            assertEquals(
                    "same-origin",
                    response.headers().firstValue("Cross-Origin-Opener-Policy").orElseThrow());
            assertTrue(response.headers()
                    .firstValue("Permissions-Policy")
                    .orElseThrow()
                    .contains("geolocation=()"));
            assertEquals(
                    "no-store", response.headers().firstValue("Cache-Control").orElseThrow());
            assertEquals(
                    "text/html;charset=utf-8",
                    response.headers().firstValue("Content-Type").orElseThrow());
            assertEquals(200, payer.get("style.css").statusCode());
        }

        @Test
        void has_a_picture_that_a_reader_decodes_to_its_address() throws Exception {
            PaymentLink link = payer.created(Draft.link("L1"));

            HttpResponse<byte[]> picture = payer.get(link.id() + "/qrcode.png");

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

            String page = payer.page(payer.created(draft));

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
            String page = payer.page(payer.created(Draft.link("L1")
                    .with("data.merchantInfo", "{\"logoUrl\":\"" + logo + "\",\"contactEmail\":\"a@b.example\"}")));

            assertFalse(page.contains("<img"));
        }
    }

    @Nested
    class That_cannot_be_paid {
        @Test
        void says_kindly_that_it_has_expired() {
            PaymentLink link = payer.created(Draft.link("L1").with("data.language", "\"es\""));
            String attempt = payer.attempt(link);
            payer.gateway.clock.set(link.expiresAt());

            HttpResponse<byte[]> page = payer.get(link.id().value());
            HttpResponse<byte[]> late = payer.post(link, "attempt=" + attempt + "&method=CARD&outcome=SUCCESS");

            assertEquals(410, page.statusCode());
            assertEquals(410, late.statusCode());
            assertTrue(Payer.text(page).contains("Este enlace ha caducado"));
            assertEquals(List.of(), payer.due());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"nosuchlink", "nosuchlink/result?attempt=ab", "nosuchlink/qrcode.png", "%20x", "%3Cb%3E"})
        void says_kindly_that_there_is_none(String path) {
            HttpResponse<byte[]> page = payer.get(path);

            assertEquals(404, page.statusCode());
            assertTrue(Payer.text(page).contains("Link not found"), () -> Payer.text(page));
        }

        @Test
        void was_made_elsewhere_and_is_paid_there() {
            byte[] news = Draft.linkNotification("elsewhere").bytes();
            new Client(payer.gateway)
                    .post("/payLinkResultNotifyUrl", news, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), news)));

            PaymentLink link = payer.gateway.link("elsewhere").orElseThrow();
            assertEquals(404, payer.get(link.id().value()).statusCode());
        }
    }

    @Test
    void leads_back_from_a_result_that_is_none() {
        PaymentLink link = payer.created(Draft.link("L1"));

        HttpResponse<byte[]> answer = payer.get(link.id() + "/result?attempt=ab12");

        assertEquals(303, answer.statusCode());
        assertEquals("../" + link.id(), answer.headers().firstValue("Location").orElseThrow());
    }
}
