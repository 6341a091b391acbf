package io.quittance.http.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of the three calls absent, null, empty, of another type and beyond its limit; and what is answered. */
@DisplayName("A field of a call about a link")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedLinkFieldsTest {
    private static final String GOODS = "[{\"goodsName\":%s,\"goodsDescription\":%s,\"quantity\":%s,\"price\":%s,"
            + "\"goodsCurrency\":%s,\"showUrl\":%s}]";

    private LiveGateway gateway;
    private Client client;

    @BeforeAll
    void start() {
        gateway = new LiveGateway();
        client = new Client(gateway);
        assertEquals(
                "APPLY_SUCCESS",
                ask(Client.CREATE_LINK, Draft.link("there").bytes()).code());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private Answer ask(String path, byte[] body) {
        return client.post(path, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
    }

    private static Stream<Arguments> wrong(String field, String code, String... values) {
        return Arrays.stream(values)
                .map(value ->
                        Arguments.of(field, code, value, Draft.link("refused").with("data." + field, value)));
    }

    private static Stream<Arguments> absent(String... fields) {
        return Arrays.stream(fields)
                .map(field -> Arguments.of(
                        field, "PARAMS_INVALID", "absent", Draft.link("refused").without("data." + field)));
    }

    private static String text(int characters) {
        return Draft.text("x".repeat(characters));
    }

    private static Stream<Arguments> goods(String code, int field, String... values) {
        return Arrays.stream(values).map(value -> {
            String[] all = {"\"n\"", "\"d\"", "\"1\"", "\"1\"", "\"IDR\"", "\"u\""};
            all[field] = value;
            return Arguments.of(
                    "goodsDetails[0]",
                    code,
                    value,
                    Draft.link("refused").with("data.goodsDetails", GOODS.formatted((Object[]) all)));
        });
    }

    static Stream<Arguments> refused() {
        String p = "PARAMS_INVALID";
        return Stream.of(
                        absent(
                                "merchantLinkId",
                                "linkType",
                                "country",
                                "currency",
                                "totalAmount",
                                "description",
                                "userInfo",
                                "goodsDetails"),
                        wrong("merchantLinkId", p, "1", "null", "[]", "{}", "\"\"", "\" a\"", "\"a\\n\"", text(65)),
                        wrong("linkType", p, "null", "1", "\"\"", "\"onetime\"", "\"MULTIPLE\""),
                        wrong("expiresTime", p, "\"3599\"", "\"2592001\"", "\"\"", "\"1h\"", "\"-3600\"", "\"+3600\""),
                        wrong("expiresTime", p, "3600.0", "1e4", "true", "[]", "\"99999999999\"", "\"３６００\""),
                        wrong("country", p, "null", "1", "[]"),
                        wrong("country", "COUNTRY_INVALID", "\"\"", "\"id\"", "\"IDN\"", "\"I1\"", "\"ＩＤ\""),
                        wrong("currency", p, "null", "1", "{}"),
                        wrong("currency", "CURRENCY_INVALID", "\"\"", "\"idr\"", "\"XXX\"", "\"RP\""),
                        wrong("totalAmount", p, "null", "true", "[]", "{}"),
                        wrong(
                                "totalAmount",
                                "AMOUNT_INVALID",
                                "\"\"",
                                "\"0\"",
                                "0",
                                "\"-1\"",
                                "\"1.5\"",
                                "1e-3",
                                "\"1e3\""),
                        wrong("totalAmount", "AMOUNT_INVALID", "\"1,000\"", "\" 1\"", "\"" + "1".repeat(25) + "\""),
                        wrong("language", p, "1", "[]", text(9)),
                        wrong("description", p, "null", "1", "\"\"", "\"  \"", text(257)),
                        wrong("linkDescription", p, "1", "{}", text(257)),
                        wrong("userInfo", p, "null", "\"98\"", "[]", "{}", "{\"userId\":98}", "{\"userId\":\"\"}"),
                        wrong("userInfo", p, "{\"userId\":" + text(65) + "}"),
                        wrong("userInfo", p, "{\"userId\":\"1\",\"username\":" + text(65) + "}"),
                        wrong("userInfo", p, "{\"userId\":\"1\",\"userName\":7}"),
                        wrong("goodsDetails", p, "null", "[]", "{}", "\"[]\"", "[1]", "[null]", "[[]]"),
                        wrong("merchantInfo", p, "{}", "\"\"", "[]", "{\"contactEmail\":\"\"}"),
                        wrong("merchantInfo", p, "{\"contactEmail\":" + text(129) + "}"),
                        wrong("merchantInfo", p, "{\"contactEmail\":\"a\",\"logoUrl\":" + text(257) + "}"),
                        wrong("notifyUrl", p, "1", "\"ftp://a.example\"", "\"//a.example\"", "\"a.example\""),
                        wrong("notifyUrl", p, "\"http:///x\"", "\"https://u:p@a.example\"", "\"http://a b\""),
                        wrong(
                                "notifyUrl",
                                p,
                                "\"http://2130706433\"",
                                "\"http://169.254.169.254\"",
                                "\"http://a.example.\""),
                        wrong("notifyUrl", p, Draft.text("https://a.example/" + "x".repeat(239))),
                        goods(p, 0, "null", "1", "\"\"", text(129)),
                        goods(p, 1, "null", "\"\"", text(257)),
                        goods(p, 2, "null", "\"0\"", "\"1.5\"", "\"\"", "\"" + "1".repeat(17) + "\""),
                        goods(p, 3, "null", "true"),
                        goods("AMOUNT_INVALID", 3, "\"\"", "\"-1\"", "1e-3", "\"1e3\"", "\"" + "1".repeat(25) + "\""),
                        goods(p, 4, "null", "1"),
                        goods("CURRENCY_INVALID", 4, "\"idr\"", "\"XXX\""),
                        goods(p, 5, "null", "\"\"", text(257)))
                .flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0}: {2} is {1}")
    @MethodSource
    void refused(String field, String code, String value, Draft draft) {
        Snapshot before = gateway.snapshot();

        Answer answer = ask(Client.CREATE_LINK, draft.bytes());

        assertEquals(code, answer.code(), answer.body()::asUtf8);
        assertTrue(answer.msg().startsWith("data." + field), answer.msg());
        assertTrue(answer.signedByGateway());
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest
    @MethodSource
    void id(String path, Draft draft) {
        Snapshot before = gateway.snapshot();

        assertEquals("PARAMS_INVALID", ask(path, draft.bytes()).code());

        assertEquals(before, gateway.snapshot());
    }

    static Stream<Arguments> id() {
        return Stream.of(Client.QUERY_LINK, Client.EXPIRE_LINK)
                .flatMap(path -> Stream.of("null", "1", "\"\"", "\" there\"", "[]", text(65))
                        .map(value -> Draft.about("there").with("data.merchantLinkId", value))
                        .map(draft -> Arguments.of(path, draft)));
    }

    @Test
    void is_accepted_at_its_limit() {
        Draft longest = Draft.link("x".repeat(64))
                .with("data.language", text(8))
                .with("data.description", text(256))
                .with("data.linkDescription", text(256))
                .with("data.totalAmount", "\"" + "9".repeat(24) + "\"")
                .with("data.userInfo", "{\"userId\":" + text(64) + ",\"username\":" + text(64) + "}")
                .with(
                        "data.goodsDetails",
                        GOODS.formatted(
                                text(128), text(256), Draft.text("9".repeat(16)), "\"0\"", "\"IDR\"", text(256)))
                .with("data.merchantInfo", "{\"logoUrl\":" + text(256) + ",\"contactEmail\":" + text(128) + "}")
                .with("data.notifyUrl", Draft.text("https://a.example/" + "x".repeat(238)));

        Answer answer = ask(Client.CREATE_LINK, longest.bytes());

        assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
    }

    @Test
    void checks_country_before_currency_before_amount_and_all_fields_before_these() {
        Draft all = Draft.link("order")
                .with("data.country", "\"x\"")
                .with("data.currency", "\"x\"")
                .with("data.totalAmount", "\"x\"");

        assertEquals(
                "PARAMS_INVALID",
                ask(Client.CREATE_LINK, all.without("data.userInfo").bytes()).code());
        assertEquals("COUNTRY_INVALID", ask(Client.CREATE_LINK, all.bytes()).code());
        assertEquals(
                "CURRENCY_INVALID",
                ask(Client.CREATE_LINK, all.with("data.country", "\"ID\"").bytes())
                        .code());
        assertEquals(
                "AMOUNT_INVALID",
                ask(
                                Client.CREATE_LINK,
                                all.with("data.country", "\"ID\"")
                                        .with("data.currency", "\"IDR\"")
                                        .bytes())
                        .code());
    }
}
