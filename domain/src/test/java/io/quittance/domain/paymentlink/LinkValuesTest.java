package io.quittance.domain.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.domain.money.Country;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The values of a payment link")
class LinkValuesTest {
    private static final List<Function<String, Object>> IDS =
            List.of(LinkId::new, MerchantLinkId::new, UpstreamLinkId::new, TransactionNo::new);

    @Test
    void are_ids_of_up_to_64_characters_as_they_were_written() {
        String longest = "x".repeat(64);
        IDS.forEach(id -> assertEquals(longest, id.apply(longest).toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " a", "a ", "a\nb", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void are_no_ids_that_databases_disagree_about(String text) {
        IDS.forEach(id -> assertThrows(IllegalArgumentException.class, () -> id.apply(text)));
    }

    @Test
    void are_countries_of_two_upper_case_letters() {
        assertEquals(Optional.of(new Country("ID")), Country.of("ID"));
        List.of("", "I", "IDN", "id", "I1", "ÄÖ", "I ")
                .forEach(text -> assertEquals(Optional.empty(), Country.of(text), text));
        assertThrows(IllegalArgumentException.class, () -> new Country("id"));
    }

    @Test
    void are_urls_that_are_never_cut() {
        String longest = "x".repeat(LinkUrls.MAX_CHARACTERS);
        assertEquals(longest, new LinkUrls(longest, "").page());
        assertThrows(IllegalArgumentException.class, () -> new LinkUrls(longest + "x", ""));
        assertThrows(IllegalArgumentException.class, () -> new LinkUrls("", longest + "x"));
    }
}
