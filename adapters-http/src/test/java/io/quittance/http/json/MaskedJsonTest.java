package io.quittance.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A body that a person looks at")
class MaskedJsonTest {
    private static final String PAYOUT = """
        {"version":"1.4","keyVersion":"1","appId":"A1","data":{"outTradeNo":"P1","trade":{"amount":12.30,"currency":"USD"},
         "payeeInfo":{"paymentMethodType":"BANK_TRANSFER","accountInfo":{"accountNo":"123456789"},
         "name":{"fullName":"Grace Hopper"},"phones":["+1 555 0100",{"more":5550101}]},"isTest":true,"remark":""}}
        """;

    @Test
    void shows_what_identifies_the_order_and_masks_who_is_paid() {
        assertEquals(Optional.of("""
            {
              "version": "1.4",
              "keyVersion": "1",
              "appId": "A1",
              "data": {
                "outTradeNo": "P1",
                "trade": {
                  "amount": 12.30,
                  "currency": "USD"
                },
                "payeeInfo": {
                  "paymentMethodType": "BANK_TRANSFER",
                  "accountInfo": {
                    "accountNo": "***"
                  },
                  "name": {
                    "fullName": "***"
                  },
                  "phones": [
                    "***",
                    {
                      "more": "***"
                    }
                  ]
                },
                "isTest": true,
                "remark": ""
              }
            }\
            """), MaskedJson.masked(Bytes.utf8(PAYOUT)));
    }

    /** Receivers answer what they like, and merchants write a card where the kind of it belongs. */
    @Test
    void shows_no_card_in_the_fields_that_are_shown_but_whatever_names_an_order() {
        String answered = "{\"code\":\"NO\",\"msg\":\"card 4111 1111 1111 1111 refused\",\"paymentMethodType\":"
            + "\"4111111111111111\",\"amount\":4111111111111111,\"outTradeNo\":\"4111111111111111\",\"requestTime\":"
            + "\"1764282820128\"}";

        String shown = MaskedJson.masked(Bytes.utf8(answered)).orElseThrow();

        assertTrue(shown.contains("\"msg\": \"card **** **** **** 1111 refused\""), shown);
        assertTrue(shown.contains("\"paymentMethodType\": \"************1111\""), shown);
        assertTrue(shown.contains("\"amount\": \"************1111\""), shown);
        assertTrue(shown.contains("\"outTradeNo\": \"4111111111111111\""), shown);
        assertTrue(shown.contains("\"requestTime\": \"1764282820128\""), shown);
        assertTrue(MaskedJson.whole(Bytes.utf8(answered)).orElseThrow().contains("card 4111 1111 1111 1111"));
    }

    @Test
    void is_shown_whole_to_who_may_see_it() {
        String whole = MaskedJson.whole(Bytes.utf8(PAYOUT)).orElseThrow();

        assertTrue(whole.contains("\"fullName\": \"Grace Hopper\"") && whole.contains("\"more\": 5550101"), whole);
    }

    @Test
    void is_masked_where_its_fields_are_not_known() {
        String masked = MaskedJson.masked(Bytes.utf8("{\"somethingNew\":\"Ada Lovelace\",\"cardNo\":4111111111111111}"))
                .orElseThrow();

        assertFalse(masked.contains("Ada") || masked.contains("4111"), masked);
    }

    @Test
    void is_told_of_as_no_json_where_it_is_none() {
        for (String body : List.of("", "<p>Grace Hopper</p>", "{\"a\":1}{\"a\":2}", "{\"a\":")) {
            assertEquals(Optional.empty(), MaskedJson.masked(Bytes.utf8(body)), body);
        }
        assertEquals(Optional.of("{}"), MaskedJson.masked(Bytes.utf8("{}")));
        assertEquals(Optional.of("[]"), MaskedJson.masked(Bytes.utf8("[]")));
    }
}
