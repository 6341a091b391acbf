package io.quittance.http.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void of_an_answer_are_all_kept_or_the_answer_counts_for_nothing() throws IOException {
        try (var server = LoopbackServer.answering(LoopbackServer.withHead(JsonPost.MOST_OF_HEAD + 1));
                var post = new JsonPost(LoopbackServer.PATIENT, "test")) {
            for (int i = 0; i < 2; i++) {
                Posted posted = post.post(server.url("/"), Bytes.utf8("{}"), BANK);

                assertEquals(
                        new Posted.Broken(Optional.empty(), "the answer's head is too large", false, posted.took()),
                        posted);
            }

            assertEquals(2, server.connections(), "none is used again of which something was left unread");
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

    /** The post says these itself: two lengths or two types are two messages, to whoever reads the other one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Encoding",
                "Content-Type",
                "content-length",
                "Transfer-Encoding",
                "HOST",
                "Connection",
                "User-Agent",
                "Expect"
            })
    void cannot_contradict_what_a_post_says_by_itself(String name) {
        assertThrows(IllegalArgumentException.class, () -> Headers.NONE.with(name, "x"));
    }

    @Test
    void are_the_same_value_whatever_the_case_of_their_names() {
        Headers one = Headers.received(Map.of("X-Mac", List.of("a", "b"), "Sign", List.of("c")));
        Headers other = Headers.received(Map.of("x-mac", List.of("a", "b"), "sign", List.of("c")));

        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertEquals(Headers.sign("c"), Headers.received(Map.of("SIGN", List.of("c"))));
        assertNotEquals(Headers.sign("c"), Headers.sign("d"));
    }

    @Test
    void never_show_what_may_be_a_key() {
        assertFalse(BANK.toString().contains("q83v"));
        assertTrue(BANK.toString().contains("x-bank-mac"), BANK::toString);
    }
}
