package io.quittance.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Card numbers")
class CardNumbersPropertiesTest {
    /** Digits with the check digit that makes them one. */
    @Provide
    Arbitrary<String> cards() {
        return Arbitraries.strings()
                .numeric()
                .ofMinLength(CardNumbers.SHORTEST - 1)
                .ofMaxLength(CardNumbers.LONGEST - 1)
                .map(digits -> digits + check(digits));
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return (10 - sum % 10) % 10;
    }

    /** The same with a blank or a hyphen somewhere between. */
    @Provide
    Arbitrary<String> written() {
        Arbitrary<String> between = Arbitraries.of("", "", "", " ", "-");
        return Combinators.combine(cards(), between.list().ofSize(CardNumbers.LONGEST))
                .as((card, gaps) -> {
                    StringBuilder text = new StringBuilder();
                    for (int at = 0; at < card.length(); at++) {
                        text.append(at == 0 ? "" : gaps.get(at)).append(card.charAt(at));
                    }
                    return text.toString();
                });
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("ab '\":,./=\u00e9").ofMaxLength(12);
    }

    @Property(tries = 1_000)
    @Label("never come through, however they are written and whatever stands around them")
    void never_come_through(
            @ForAll("words") String before, @ForAll("written") String card, @ForAll("words") String behind) {
        String masked = CardNumbers.masked(before + card + behind);

        assertFalse(masked.contains(card), masked);
        assertEquals(4, masked.chars().filter(Character::isDigit).count(), masked);
        assertEquals(before.length() + card.length() + behind.length(), masked.length());
    }

    @Property(tries = 1_000)
    @Label("are all that is masked, and once")
    void are_all_that_is_masked(@ForAll String text) {
        String masked = CardNumbers.masked(text);

        assertEquals(text.length(), masked.length());
        assertEquals(masked, CardNumbers.masked(masked));
        for (int at = 0; at < text.length(); at++) {
            boolean digit = text.charAt(at) >= '0' && text.charAt(at) <= '9';
            assertEquals(text.charAt(at), digit && masked.charAt(at) == '*' ? text.charAt(at) : masked.charAt(at));
        }
    }
}
