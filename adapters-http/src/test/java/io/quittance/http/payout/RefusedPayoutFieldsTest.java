package io.quittance.http.payout;

import static io.quittance.http.payout.PayoutDesk.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.payout.Payout;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of the page with its limit: the longest that passes, one more, another type; and nothing is changed. */
@DisplayName("A payout request is refused")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedPayoutFieldsTest {
    private PayoutDesk desk;
    private int count;

    @BeforeAll
    void start() {
        desk = new PayoutDesk();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    /** The page's limits, written from its table. */
    static Stream<String> limits() {
        return """
            userId 64
            payeeInfo.paymentMethodType 64
            payeeInfo.targetOrg 64
            payeeInfo.accountInfo.accountNo 128
            payeeInfo.bankInfo.bankCode 64
            payeeInfo.bankInfo.bankName 255
            payeeInfo.bankInfo.bankBranch 64
            payeeInfo.bankInfo.bankCity 255
            payeeInfo.bankInfo.corAccountNo 128
            payeeInfo.name.firstName 64
            payeeInfo.name.middleName 64
            payeeInfo.name.lastName 64
            payeeInfo.name.fullName 512
            payeeInfo.document.documentType 16
            payeeInfo.document.documentId 64
            payeeInfo.address.address 512
            payeeInfo.address.city 255
            payeeInfo.address.state 255
            payeeInfo.address.zipCode 32
            payeeInfo.payeePhone 64
            payeeInfo.email 64
            payerInfo.subMerchantNo 64
            payerInfo.businessLegalName 70
            payerInfo.payerId 70
            reference 255
            notifyEmail 64
            notifyPhone 64
            purpose 32
            """.lines();
    }

    /** The JSON of a request with one field more or other. */
    private String with(String path, String json) {
        String order = "f" + count++;
        return set(request(order), List.of(path.split("\\.")), json);
    }

    /** Puts a value at a path, whatever stood there. */
    private static String set(String object, List<String> path, String json) {
        List<String> fields = new ArrayList<>();
        String inner = "{}";
        for (String field : Fields.of(object)) {
            if (field.startsWith("\"" + path.getFirst() + "\":")) {
                inner = field.substring(path.getFirst().length() + 3);
            } else {
                fields.add(field);
            }
        }
        String value = path.size() == 1 ? json : set(inner, path.subList(1, path.size()), json);
        fields.add("\"" + path.getFirst() + "\":" + value);
        return "{" + String.join(",", fields) + "}";
    }

    /** The fields of a flatly written object, cut at the commas between them. */
    private static final class Fields {
        static List<String> of(String object) {
            List<String> fields = new ArrayList<>();
            int depth = 0;
            boolean text = false;
            int start = 1;
            for (int i = 1; i < object.length() - 1; i++) {
                char c = object.charAt(i);
                text ^= c == '"';
                depth += text ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
                if (c == ',' && depth == 0 && !text) {
                    fields.add(object.substring(start, i));
                    start = i + 1;
                }
            }
            if (object.length() > 2) {
                fields.add(object.substring(start, object.length() - 1));
            }
            return fields;
        }
    }

    private Answer ask(String data) {
        return desk.ask("paymentOrderPay", data);
    }

    private void refused(String code, String field, String data) {
        Snapshot before = desk.gateway.snapshot();

        Answer answer = ask(data);

        assertEquals(code, answer.code(), () -> answer.msg() + " to " + data);
        assertTrue(answer.msg().startsWith("data." + field + ": "), answer.msg());
        assertTrue(answer.signedByGateway());
        assertEquals(before, desk.gateway.snapshot(), "nothing is changed");
    }

    @ParameterizedTest
    @MethodSource("limits")
    void for_a_field_that_is_longer_than_the_page_allows_or_no_string(String line) {
        String field = line.split(" ")[0];
        int limit = Integer.parseInt(line.split(" ")[1]);

        assertEquals(
                "APPLY_SUCCESS",
                ask(with(field, "\"" + "x".repeat(limit) + "\"")).code());
        refused("PARAMS_INVALID", field, with(field, "\"" + "x".repeat(limit + 1) + "\""));
        for (String other : List.of("1", "{}")) {
            refused("PARAMS_INVALID", field, with(field, other));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outTradeNo                      | null",
                "outTradeNo                      | \"\"",
                "outTradeNo                      | \" \"",
                "outTradeNo                      | \"a-b\"",
                "outTradeNo                      | \"\u00E4\"",
                "outTradeNo                      | 7",
                "country                         | null",
                "country                         | \"id\"",
                "country                         | \"IDN\"",
                "sourceAccount                   | \"usd\"",
                "sourceAccount                   | \"USDT\"",
                "destinationCurrency             | 1",
                "clearingRail                    | \"PIGEON\"",
                "payeeInfo.paymentMethodType     | null",
                "payeeInfo.accountInfo.accountNo | \"\"",
                "payeeInfo.payeeType             | \"ROBOT\"",
                "payeeInfo.payeeGender           | \"X\"",
                "payeeInfo.birthDate             | \"1996-9-1\"",
                "payeeInfo.birthDate             | \"1996-02-30\"",
                "payeeInfo.payeeNationality      | \"IDN\"",
                "payeeInfo.document.documentIssueDate | \"yesterday\"",
                "expiryDays                      | \"0\"",
                "expiryDays                      | \"16\"",
                "expiryDays                      | 3",
                "remark                          | 3",
                "riskParams.regTime              | 3",
                "notifyUrl                       | \"ftp://merchant.example\"",
                "notifyUrl                       | \"https://user:secret@merchant.example\"",
                "notifyUrl                       | \"nowhere\"",
                "notifyUrl                       | \"http://10.0.0.7/\"",
                "notifyUrl                       | \"http://localhost:9090/\"",
                "notifyUrl                       | \"http://[::ffff:7f00:1]/\"",
                "notifyUrl                       | \"https://merchant.example/#here\"",
                "notifyUrl                       | \"https://merchant.example:25/\"",
                "trade.currency                  | null",
                "trade.amount                    | true"
            })
    void for_a_field_that_is_not_as_it_may_be(String field, String json) {
        refused("PARAMS_INVALID", field, with(field, json));
    }

    @ParameterizedTest
    @CsvSource({"payeeInfo,null", "payeeInfo,1", "trade,null", "trade,\"30 PHP\"", "payeeInfo.bankInfo,\"BCA\""})
    void for_an_object_that_is_none(String field, String json) {
        refused("PARAMS_INVALID", field, with(field, json));
    }

    @ParameterizedTest
    @CsvSource({"XXX", "php", "''", "PH", "PHPP"})
    void for_a_currency_that_there_is_not(String currency) {
        refused("CURRENCY_INVALID", "trade.currency", with("trade.currency", "\"" + currency + "\""));
    }

    @ParameterizedTest
    @CsvSource({"''", "0", "0.00", "-1", "+1", "1e3", ".5", "5.", "1.005", "1 000", "1234567890.12", "NaN"})
    void for_an_amount_that_nobody_can_pay(String amount) {
        refused("AMOUNT_INVALID", "trade.amount", with("trade.amount", "\"" + amount + "\""));
    }

    @Test
    void for_decimals_that_the_currency_has_not() {
        String idr = "{\"amount\":\"100.5\",\"currency\":\"IDR\"}";
        refused("AMOUNT_INVALID", "trade.amount", with("trade", idr));
        assertEquals(
                "APPLY_SUCCESS",
                ask(with("trade", idr.replace("100.5", "100.00"))).code());
    }

    @ParameterizedTest
    @CsvSource({"1000000000000", "1E+12", "99999999999.55"})
    void for_an_amount_that_is_longer_than_may_be_told(String amount) {
        refused("AMOUNT_INVALID", "trade.amount", with("trade.amount", amount));
    }

    @ParameterizedTest
    @CsvSource({"30, 30.00", "1E+2, 100.00", "1.5e3, 1500.00", "999999999999, 999999999999", "1E+11, 100000000000"})
    void never_for_an_amount_that_is_a_number(String amount, String told) {
        Answer answer = ask(with("trade.amount", amount));

        assertEquals("APPLY_SUCCESS", answer.code(), answer.msg());
        Payout payout =
                desk.gateway.payout(Answer.text(answer.data(), "outTradeNo")).orElseThrow();
        assertEquals(new BigDecimal(told).compareTo(payout.trade().amount()), 0);
        assertEquals(told, LegText.text(payout.trade().amount()));
    }

    @Test
    void never_for_twelve_characters_of_an_amount_or_what_it_does_not_know() {
        assertEquals(
                "APPLY_SUCCESS", ask(with("trade.amount", "\"123456789.12\"")).code());
        assertEquals(
                "APPLY_SUCCESS",
                ask(with("somethingNew", "{\"a\":[1,2,{\"b\":null}]}")).code());
    }

    @Test
    void with_what_a_country_and_a_currency_look_like_and_not_only_with_their_length() {
        assertEquals(
                "data.country: 'USA' (expected: two capital letters, as ID)",
                ask(with("country", "\"USA\"")).msg());
        assertEquals(
                "data.sourceAccount: 'US Dollar' (expected: three capital letters, as USD)",
                ask(with("sourceAccount", "\"US Dollar\"")).msg());
    }

    @Test
    void for_its_fields_before_its_currency_and_for_that_before_its_amount() {
        String data = with("trade", "{\"amount\":\"x\",\"currency\":\"XXX\"}");
        refused("CURRENCY_INVALID", "trade.currency", data);
        refused("PARAMS_INVALID", "country", set(data, List.of("country"), "\"x\""));
    }
}
