package io.quittance.http.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The headers of a message")
class HeadersTest {
    private static final Headers BANK = Headers.NONE.with("X-Bank-Mac", "q83v").with("x-bank-time", "2026-03-01");

    @Test
    void go_out_as_they_were_named() throws IOException {
        try (var server = LoopbackServer.replying(_ -> LoopbackServer.http("200 OK", "", "{}"));
                var post = new JsonPost(LoopbackServer.PATIENT, "test")) {
            post.post(server.url("/"), Bytes.utf8("{}"), BANK);

            var received = server.received().getFirst();
            assertEquals(Optional.of("q83v"), received.header("x-bank-mac"));
            assertEquals(Optional.of("2026-03-01"), received.header("x-bank-time"));
            assertEquals(Optional.of("application/json;charset=utf-8"), received.header("content-type"));
        }
    }

    @Test
    void are_found_whatever_the_case() {
        assertEquals(Optional.of("q83v"), BANK.only("X-BANK-MAC"));
        assertEquals(Optional.empty(), BANK.only("sign"));
        assertEquals(Optional.of("other"), BANK.with("x-BANK-mac", "other").only("X-Bank-Mac"), "instead");
    }

    @ParameterizedTest
    @CsvSource({"'',x", "'a b',x", "'a:',x", "'a\nb',x", "a,'x\ny'", "a,'x\r\nsign: z'", "a,ä"})
    void cannot_be_made_of_what_would_be_another_header(String name, String value) {
        String real = value.replace("\\n", "\n").replace("\\r", "\r");

        assertThrows(IllegalArgumentException.class, () -> Headers.NONE.with(name.replace("\\n", "\n"), real));
    }

    @Test
    void never_show_what_may_be_a_key() {
        assertFalse(BANK.toString().contains("q83v"));
        assertTrue(BANK.toString().contains("x-bank-mac"), BANK::toString);
    }
}
