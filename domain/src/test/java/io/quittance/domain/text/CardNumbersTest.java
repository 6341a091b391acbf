package io.quittance.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A card number")
class CardNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4111111111111111                    | ************1111",
                "the card 4111 1111 1111 1111.       | the card **** **** **** 1111.",
                "4111-1111-1111-1111/12              | ****-****-****-1111/12",
                "378282246310005,5555555555554444    | ***********0005,************4444",
                "amount: '4111111111111111.00'       | amount: '************1111.00'",
                "4222222222222 and 6304000000000000  | *********2222 and ************0000",
                "id17 4111111111111111               | id17 ************1111",
                "x4111111111111111y                  | x************1111y",
                "601909090917 has twelve digits      | ********0917 has twelve digits",
                "20261128134016PO4111111111111111    | **********4016PO************1111",
                "6799990100000000001 has nineteen    | ***************0001 has nineteen",
                "6799990199999990 has nines           | ************9990 has nines"
            })
    void is_masked_but_for_its_last_four_digits_wherever_it_stands(String text, String masked) {
        assertEquals(masked, CardNumbers.masked(text));
        assertEquals(masked, CardNumbers.masked(masked), "once is enough");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4111111111111112",
                "49294929499",
                "67999901000000000128",
                "00000000000000000000",
                "41111111111111111111111111111111",
                "4111  1111  1111  1111",
                "4111_1111_1111_1111",
                "C2611270546ws8d1q000a",
                "capture 20261128133909CA6799990100000000001: already succeeded",
                "its number 20261128134016PO3077849135920317372",
                "2026-11-27 22:33:40.123",
                "1764282820123"
            })
    void is_nothing_else(String text) {
        assertSame(text, CardNumbers.masked(text));
    }

    @Test
    void may_have_been_hidden_by_another_version() {
        String number = "20261128134016PO3077849135920317372";
        assertTrue(CardNumbers.begins("**********4016PO3077849135920317372; and more", number));
        assertTrue(CardNumbers.begins(number, number));
        assertFalse(CardNumbers.begins("**********4017PO3077849135920317372", number), "another one");
        assertFalse(CardNumbers.begins("**********4016", number), "a part of it");
        assertFalse(CardNumbers.begins("2026112813401*************0317372**", number), "more than digits");
    }

    @Test
    void is_known_by_itself() {
        assertTrue(CardNumbers.isOne("4111111111111111"));
        assertFalse(CardNumbers.isOne("4111 1111 1111 1111"));
        assertFalse(CardNumbers.isOne("4111111111111112"));
        assertTrue(CardNumbers.isOne("601909090917"));
        assertTrue(CardNumbers.isOne("6799990100000000001"));
        assertFalse(CardNumbers.isOne("49294929499"), "eleven digits");
        assertFalse(CardNumbers.isOne("67999901000000000128"), "twenty digits");
        assertFalse(CardNumbers.isOne("411111111111"));
        assertFalse(CardNumbers.isOne(""));
    }
}
