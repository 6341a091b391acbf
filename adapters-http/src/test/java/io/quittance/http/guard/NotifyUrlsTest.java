package io.quittance.http.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.http.json.Json;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where merchants want to be told")
class NotifyUrlsTest {
    private final NotifyUrls places = Guards.publicOnly();

    private static Fields data(String url) {
        return Fields.of(new Json.Obj(Map.of("notifyUrl", new Json.Str(url))), "data");
    }

    private String refused(String url) {
        return assertThrows(Refusal.class, () -> places.ifAny(data(url), "notifyUrl", 255))
                .getMessage();
    }

    @Test
    void may_be_left_out_be_a_name_that_nobody_knows_and_have_an_underscore() throws Refusal {
        assertEquals(Optional.empty(), places.ifAny(data(""), "notifyUrl", 255));
        assertEquals(Optional.empty(), places.ifAny(data("x"), "other", 255));
        for (String url : new String[] {"https://nowhere.invalid/n", "http://my_host/n"}) {
            assertEquals(Optional.of(URI.create(url)), places.ifAny(data(url), "notifyUrl", 255));
        }
    }

    @Test
    void is_refused_with_what_is_wrong_and_without_what_may_be_secret() {
        assertEquals(
                "data.notifyUrl: it has a user in it (expected: an address without user and password)",
                refused("https://u:geheim@shop.example/"));
        assertEquals(
                "data.notifyUrl: 10.0.0.7 is a private address (expected: a public address, or one that"
                        + " QUITTANCE_OUTGOING_ALLOW names)",
                refused("http://10.0.0.7/?token=geheim"));
        assertEquals(
                "data.notifyUrl: it has the character U+202E in it (expected: printable ASCII without blanks and"
                        + " backslashes; names of other letters as xn--..., all else as %XX)",
                refused("https://shop.example/\u202Egeheim"));
    }
}
