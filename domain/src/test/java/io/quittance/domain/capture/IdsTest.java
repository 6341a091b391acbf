package io.quittance.domain.capture;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.SubStatus;
import io.quittance.domain.payout.UpstreamTradeNo;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An id")
class IdsTest {
    record Kind(String field, int limit, Function<String, Record> make) {
        @Override
        public String toString() {
            return field + ", " + limit;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("requestId", 64, RequestId::new),
                new Kind("outTradeNo", 64, OutTradeNo::new),
                new Kind("captureNo", 64, CaptureId::new),
                new Kind("cancelNo", 64, CancelId::new),
                new Kind("upstream's number", 64, UpstreamNo::new),
                new Kind("tradeNo", 64, PayoutId::new),
                new Kind("tradeNo", 64, UpstreamTradeNo::new),
                new Kind("outTradeNo", 63, io.quittance.domain.payout.OutTradeNo::new),
                new Kind("subStatus", 64, SubStatus::new),
                new Kind("appId", 64, AppId::new),
                new Kind("merchantNo", 32, MerchantNo::new));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void is_as_long_as_its_page_allows_and_no_longer(Kind kind) {
        String longest = "x".repeat(kind.limit());

        assertEquals(longest, kind.make().apply(longest).toString());
        Exception tooLong =
                assertThrows(IllegalArgumentException.class, () -> kind.make().apply(longest + "x"));
        assertEquals(
                kind.field() + ": '" + (kind.limit() < 40 ? longest + "x" : "x".repeat(40) + "...")
                        + "' (expected: at most " + kind.limit() + " characters)",
                tooLong.getMessage());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void counts_characters_as_people_do_not_as_computers_do(Kind kind) {
        String foxes = "\uD83E\uDD8A".repeat(kind.limit());

        assertDoesNotThrow(() -> kind.make().apply(foxes));
        assertThrows(IllegalArgumentException.class, () -> kind.make().apply(foxes + "\uD83E\uDD8A"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void is_never_empty_and_has_no_blanks_at_the_ends(Kind kind) {
        for (String wrong : new String[] {"", " ", "a ", " a", "a\t", "a\u00A0", "\u3000a", "a\u0000b", "a\nb"}) {
            assertThrows(IllegalArgumentException.class, () -> kind.make().apply(wrong));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void is_compared_to_the_letter(Kind kind) {
        assertEquals(kind.make().apply("a b"), kind.make().apply("a b"));
        for (String other : new String[] {"A b", "a  b", "ab", "\u00E4 b", "a b\u200B"}) {
            assertNotEquals(kind.make().apply("a b"), kind.make().apply(other));
        }
    }

    @Test
    void of_a_merchant_is_a_number_above_zero() {
        assertEquals("1", new MerchantId(1).toString());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new MerchantId(0))
                .getMessage()
                .contains("expected: >= 1"));
    }
}
