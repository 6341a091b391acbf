package io.quittance.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An address on the web")
class WebUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example,                    shop.example,    443",
        "http://shop.example/n?a=b%20c,           shop.example,    80",
        "HTTPS://Shop.Example:8443/,              shop.example,    8443",
        "http://my_host,                          my_host,         80",
        "http://my_host:8080/n,                   my_host,         8080",
        "http://_a.b_-c.example/,                 _a.b_-c.example, 80",
        "http://xn--mnchen-3ya.example/,          xn--mnchen-3ya.example, 80",
        "http://a,                                a,               80",
        "http://1.example:1/,                     1.example,       1",
        "http://10.0.0.7:65535/,                  10.0.0.7,        65535",
        "http://[2001:db8::1]:81/,                2001:db8::1,     81",
        "https://[::ffff:10.0.0.7]?a,             ::ffff:10.0.0.7, 443",
        "http://shop.example?a=http://u:p@b/,     shop.example,    80",
        "http://shop.example/@a,                  shop.example,    80"
    })
    void has_a_host_and_a_port(String text, String host, int port) {
        assertEquals(Optional.empty(), WebUrl.flaw(text));

        URI url = URI.create(text);
        assertEquals(host, WebUrl.host(url));
        assertEquals(port, WebUrl.port(url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|neither http:// nor https://",
                "shop.example|neither http:// nor https://",
                "//shop.example|neither http:// nor https://",
                "http:shop.example|neither http:// nor https://",
                "http:/shop.example|neither http:// nor https://",
                "ftp://shop.example|neither http:// nor https://",
                "file:///etc/passwd|neither http:// nor https://",
                "javascript:alert(1)|neither http:// nor https://",
                "gopher://shop.example:70/|neither http:// nor https://",
                "http://|no host",
                "http:///n|no host",
                "http://:80/|no host",
                "http://?a|no host",
                "https://u:geheim@shop.example|a user",
                "https://geheim@shop.example|a user",
                "https://@shop.example|a user",
                "https://shop.example@10.0.0.7/|a user",
                "https://shop.example/#|a fragment",
                "https://shop.example#geheim|a fragment",
                "http://shop.example:0/|no such port",
                "http://shop.example:00080/|no such port",
                "http://shop.example:65536/|no such port",
                "http://shop.example:99999999999/|no such port",
                "http://shop.example:-1/|no such port",
                "http://shop.example:+80/|no such port",
                "http://shop.example:/|no such port",
                "http://a:80:90/|no such port",
                "http://2130706433/|a number",
                "http://0/|a number",
                "http://127.1/|a number",
                "http://0x7f.1/|a number",
                "http://0x7f000001/|a number",
                "http://0X7F.0.0.1/|a number",
                "http://127.0.0.0x1/|a number",
                "http://0177.0.0.1/|a number",
                "http://127.0.0.01/|a number",
                "http://1.2.3.4.5/|a number",
                "http://256.0.0.1/|a number",
                "http://a.1/|a number",
                "http://127.0.0.1./|no name",
                "http://shop.example./|no name",
                "http://shop..example/|no name",
                "http://.shop.example/|no name",
                "http://-shop.example/|no name",
                "http://shop-.example/|no name",
                "http://shop%2eexample/|no name",
                "http://shop.exa$mple/|no name",
                "http://::1/|no host",
                "http://[/|no IPv6 address",
                "http://[]/|no IPv6 address",
                "http://[::1/|no IPv6 address",
                "http://[::1]a/|no IPv6 address",
                "http://[10.0.0.7]/|no IPv6 address",
                "http://[fe80::1%25eth0]/|no IPv6 address",
                "http://[v1.a]/|no IPv6 address",
                "http://[::g]/|no IPv6 address",
                "http://shop.example/a^b|from character 22 on",
                "http://shop.example/%zz|from character 21 on",
                "http://shop.example/\"|from character 21 on"
            })
    void is_none_that_is_read_in_two_ways_or_leads_nowhere(String text, String what) {
        Flaw flaw = WebUrl.flaw(text).orElseThrow();

        assertTrue(flaw.what().contains(what), flaw::toString);
        assertFalse(flaw.toString().contains("geheim"), flaw::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/a b",
                " http://shop.example",
                "http://shop.example\n",
                "http://shop.example/\r\nHost: a",
                "http://shop.example/\u0000",
                "http://shop.example\t.evil.example/",
                "http://shop.example/\u007F",
                "http:\\\\shop.example",
                "http://shop.example\\@evil.example/",
                "http://m\u00FCnchen.example/",
                "http://shop.example/gr\u00FC\u00DFe",
                "http://\uFF11\uFF12\uFF17.0.0.1/",
                "http://shop\u3002example/",
                "http://shop.example/\u202Elmth",
                "http://shop.example/\u2066",
                "http://sh\u200Bop.example/"
            })
    void has_no_character_that_another_program_might_leave_out_or_change(String text) {
        assertTrue(WebUrl.flaw(text).orElseThrow().what().startsWith("it has the character U+"));
    }

    @Test
    void has_a_name_of_at_most_253_characters_in_parts_of_at_most_63() {
        String part = "a".repeat(63);
        String longest = String.join(".", part, part, part, "a".repeat(61));

        assertEquals(Optional.empty(), WebUrl.flaw("http://" + longest));
        assertTrue(WebUrl.flaw("http://" + longest + "a").isPresent());
        assertTrue(WebUrl.flaw("http://" + part + "a.example").isPresent());
    }
}
