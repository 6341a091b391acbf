package io.quittance.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Screenshots of what is looked at here are left under {@code target/screenshots}. */
@NeedsChromium
@DisplayName("The page of a payment link, in a real browser")
class PayerPageIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static TestMerchant shop;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        gateway = new GatewayProcess(folder.resolve("gateway"))
                .with("QUITTANCE_SIMULATOR_DELAY", "50ms")
                .start();
        shop = new TestMerchant("shop-1", "SHOP0000000001");
        shop.register(gateway, folder);
        browser = Browser.open(folder);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        shop.close();
        gateway.close();
    }

    private static JsonNode ask(String api, String data) throws IOException {
        byte[] body =
                """
                {"version":"1.1","keyVersion":"1","requestTime":"%s","appId":"%s","merchantNo":"%s","data":%s}\
                """.formatted(Instant.now(), shop.appId, shop.merchantNo, data).getBytes(UTF_8);
        TestMerchant.Answer answer = TestMerchant.send(gateway, api, body, Rsa.sign(shop.keys.getPrivate(), body));
        assertTrue(Rsa.verify(gateway.gatewayKey(), answer.body(), answer.sign()), "the answer's signature");
        return answer.json();
    }

    private record Wares(String language, String country, String currency, String amount, String name, String about) {}

    private static final Wares SHOES = new Wares("en", "ID", "IDR", "40000", "Running shoes", "Winter, cushioned");

    private static URI created(String id, Wares wares) throws IOException {
        JsonNode answer = ask("createPaybylink", """
            {"merchantLinkId":"%s","linkType":"ONETIME","country":"%s","currency":"%s","totalAmount":"%s",\
            "language":"%s","description":"%s","linkDescription":"our own note","userInfo":{"userId":"98"},\
            "goodsDetails":[{"goodsName":"%s","goodsDescription":"%s","quantity":"2","price":"%s",\
            "goodsCurrency":"%s","showUrl":"https://shop.example/1"}],\
            "merchantInfo":{"contactEmail":"help@shop.example"}}\
            """.formatted(
                        id,
                        wares.country(),
                        wares.currency(),
                        wares.amount(),
                        wares.language(),
                        wares.about(),
                        wares.name(),
                        wares.about(),
                        wares.amount(),
                        wares.currency()));
        assertEquals("APPLY_SUCCESS", answer.path("code").asText(), answer::toString);
        return URI.create(answer.at("/data/linkUrl").asText());
    }

    private static List<JsonNode> told(String id) {
        return shop.notices().stream()
                .map(TestMerchant.Notice::json)
                .filter(notice -> notice.at("/data/merchantLinkId").asText().equals(id))
                .toList();
    }

    private static String queried(String id, String pointer) throws IOException {
        return ask("queryPaybylink", "{\"merchantLinkId\":\"" + id + "\"}")
                .at("/data" + pointer)
                .asText();
    }

    @Test
    void takes_a_payment_by_its_form_and_the_merchant_is_told() throws IOException {
        URI page = created("paid-by-form", SHOES);
        browser.wide(1280).show(page);

        browser.click("label[for=method-wallet]");
        browser.click("button");

        browser.awaitHeading("Payment successful");
        Await.until("the notification", SOON, () -> !told("paid-by-form").isEmpty());
        JsonNode notice = told("paid-by-form").getFirst();
        assertEquals("PAYBYLINK", notice.path("notifyType").asText());
        assertEquals(
                "WALLET",
                notice.at("/data/payByLinkInfo/0/paymentDetails/0/paymentMethodType")
                        .asText());
        String number = notice.at("/data/payByLinkInfo/0/outTradeNo").asText();
        assertTrue(browser.text("main").contains(number), "the page names the payment as the notification does");
        assertEquals(number, queried("paid-by-form", "/payByLinkInfo/0/outTradeNo"));

        browser.show(page);
        browser.awaitHeading("Already paid");
        browser.screenshot(SCREENSHOTS.resolve("paid-1280.png"));
        assertEquals(1, told("paid-by-form").size());
    }

    @Test
    void is_paid_without_a_mouse() throws IOException {
        browser.wide(1280).show(created("paid-by-keyboard", SHOES));

        browser.press(Browser.TAB);
        assertEquals("method-card", focused());
        assertTrue(
                browser.run("return getComputedStyle(document.activeElement).outlineStyle")
                        .asText()
                        .equals("solid"),
                "the focus is seen");
        browser.press(Browser.DOWN);
        assertEquals("method-wallet", focused());
        browser.press(Browser.TAB);
        assertEquals("outcome-success", focused());
        browser.press(Browser.TAB);
        assertEquals(
                "BUTTON", browser.run("return document.activeElement.tagName").asText());
        browser.press(Browser.ENTER);

        browser.awaitHeading("Payment successful");
    }

    private static String focused() {
        return browser.run("return document.activeElement.id").asText();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"failed, Payment failed", "pending, Payment pending"})
    void says_how_it_went_and_lets_the_payer_try_again(String outcome, String title) throws IOException {
        browser.wide(320).show(created("ends-" + outcome, SHOES));
        browser.click("label[for=outcome-" + outcome + "]");
        browser.click("button");

        browser.awaitHeading(title);
        looksRight("ends-" + outcome + "-320");
        assertEquals("ACTIVE", queried("ends-" + outcome, "/linkStatus"));

        browser.click("a.button");
        browser.awaitHeading("Pay Rp40.000");
        browser.click("button");
        browser.awaitHeading("Payment successful");
        Await.until("the notification", SOON, () -> told("ends-" + outcome).size() == 1);
    }

    @Test
    void is_not_paid_twice_from_two_windows() throws IOException {
        URI page = created("two-windows", SHOES);
        browser.wide(1280).show(page);
        browser.run("window.open(location.href, '_blank')");
        String first = browser.run("return document.querySelector('[name=attempt]').value")
                .asText();
        byte[] other = "attempt=abc123&method=CARD&outcome=SUCCESS".getBytes(UTF_8);
        assertEquals(303, Http.post(page, other, "none").statusCode());
        assertEquals(303, Http.post(page, other, "none").statusCode());

        browser.click("button");

        browser.awaitHeading("Already paid");
        Await.until("the notification", SOON, () -> !told("two-windows").isEmpty());
        assertEquals(1, told("two-windows").size());
    }

    @Test
    void of_an_expired_link_says_so_kindly() throws IOException {
        URI page = created("ended", SHOES);
        assertEquals(
                "EXPIRED",
                ask("expirePaybylink", "{\"merchantLinkNo\":\"ended\"}")
                        .at("/data/linkStatus")
                        .asText());

        assertEquals(410, Http.get(page).statusCode());
        browser.wide(320).show(page);
        browser.awaitHeading("This link has expired");
        looksRight("expired-320");
    }

    @Test
    void of_no_link_says_so_kindly() throws IOException {
        URI page = gateway.at("/pay/nosuchlink");

        assertEquals(404, Http.get(page).statusCode());
        browser.wide(320).show(page);
        browser.awaitHeading("Link not found");
        looksRight("unknown-320");
    }

    @Test
    void shows_what_others_wrote_as_text_and_runs_nothing_of_it() throws IOException {
        String hostile = "<img src=x onerror=alert(1)><script>document.title='owned'</script>'\\\"&amp; \u202eevil";
        browser.wide(320).show(created("hostile", new Wares("en", "US", "USD", "1.50", hostile, hostile)));

        assertTrue(browser.text("h3").startsWith("<img src=x onerror=alert(1)><script>"));
        assertEquals(0, browser.run("return document.scripts.length").asInt());
        assertEquals(0, browser.run("return document.images.length").asInt());
        assertEquals("Pay $1.50", browser.run("return document.title").asText());
        looksRight("hostile-320");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "en, 320, en, ltr, Bank transfer",
        "en, 1280, en, ltr, Bank transfer",
        "ar, 320, ar, rtl, تحويل مصرفي",
        "ar, 1280, ar, rtl, تحويل مصرفي",
        "zh, 320, zh, ltr, 银行转账",
        "zh, 1280, zh, ltr, 银行转账",
        "xx, 320, en, ltr, Bank transfer"
    })
    void fits_its_payer(String language, int width, String lang, String direction, String transfer) throws IOException {
        Wares wares = switch (language) {
            case "ar" -> new Wares("ar", "AE", "AED", "149.50", "حذاء رياضي", "حذاء شتوي مبطّن للجري");
            case "zh" -> new Wares("zh-CN", "CN", "CNY", "399.00", "运动鞋", "冬季新款减震跑步运动鞋");
            default -> new Wares(language, "ID", "IDR", "40000", "Running shoes", "Winter, cushioned");
        };
        browser.wide(width).show(created("fits-" + language + "-" + width, wares));

        assertEquals(lang, browser.run("return document.documentElement.lang").asText());
        assertEquals(
                direction, browser.run("return document.documentElement.dir").asText());
        assertEquals(transfer, browser.label("#method-bank-transfer"), "what a screen reader says");
        looksRight(language + "-" + width);
    }

    /** What every page owes to people on a phone, with weak eyes, or with none. */
    private static void looksRight(String name) throws IOException {
        browser.screenshot(SCREENSHOTS.resolve(name + ".png"));
        assertTrue(
                browser.run("return document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                        .asBoolean(),
                name + ": nothing sticks out sideways");
        assertEquals(
                1, browser.run("return document.querySelectorAll('h1').length").asInt());
        assertEquals(
                1,
                browser.run("return document.querySelectorAll('main').length").asInt());
        assertEquals("[]", browser.run(PageChecks.WITHOUT_LABEL).toString(), name + ": controls without a label");
        assertEquals("[]", browser.run(PageChecks.PALE).toString(), name + ": texts paler than 4.5:1");
        assertEquals("[]", browser.run(PageChecks.SMALL).toString(), name + ": controls too small for a finger");
        assertFalse(browser.run("return document.title").asText().isBlank());
    }
}
