package io.quittance.http.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.http.outbound.OutgoingProxy.Except;
import io.quittance.http.outbound.OutgoingProxy.Login;
import io.quittance.http.outbound.OutgoingProxy.Place;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A proxy for calls out")
class OutgoingProxyTest {
    private static OutgoingProxy excepting(String whom) {
        return new OutgoingProxy("proxy.example", 3128, Optional.empty(), Except.of(whom), false);
    }

    @Test
    void is_read_with_and_without_who_asks() {
        assertEquals(
                new Place("proxy.example", 3128, Optional.empty()), OutgoingProxy.place("http://Proxy.example:3128/"));
        assertEquals(
                new Place("2001:db8::1", 80, Optional.of(new Login("us", "p@ss:word/"))),
                OutgoingProxy.place("http://us:p@ss:word/@[2001:db8::1]:80"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example:3128",
                "https://proxy.example:3128",
                "socks5://proxy.example:1080",
                "http://proxy.example",
                "http://proxy.example:3128/path",
                "http://proxy.example:3128?a",
                "http://:secret@proxy.example:3128",
                "http://secret@",
                "http://secret@pro xy:1"
            })
    void is_not_what_is_written_otherwise_and_nothing_of_it_is_told(String text) {
        String told = assertThrows(IllegalArgumentException.class, () -> OutgoingProxy.place(text))
                .getMessage();

        assertFalse(told.contains("secret"), told);
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example,true",
        "hooks.internal,false",
        "a.hooks.internal,true",
        "a.inner.example,false",
        "b.a.inner.example,false",
        "inner.example,true",
        "notinner.example,true",
        "10.1.2.3,false",
        "10.2.2.3,true",
        "fd00::7,false",
        "127.0.0.1,false",
        "127.9.9.9,false",
        "::1,false",
        "localhost,false",
        "x.localhost,false"
    })
    void is_asked_for_all_but_this_machine_and_the_excepted(String host, boolean asked) {
        assertEquals(
                asked,
                excepting("hooks.internal, .inner.example, 10.1.0.0/16, fd00::7")
                        .leadsTo(host));
    }

    @Test
    void is_not_asked_for_one_of_our_own() {
        OutgoingProxy proxy = excepting("10.1.0.0/16").besides("10.9.9.9").besides("own.example");

        assertFalse(proxy.leadsTo("10.9.9.9"));
        assertFalse(proxy.leadsTo("own.example"));
        assertFalse(proxy.leadsTo("10.1.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.example", "a b", "10.1.0.7/16", "*.example", "a.example:80"})
    void has_no_exceptions_but_hosts_and_ranges(String text) {
        assertThrows(IllegalArgumentException.class, () -> Except.of(text));
    }

    @Test
    void never_shows_what_it_is_shown() {
        Login login = Login.of("us:secret");
        OutgoingProxy proxy = new OutgoingProxy("p", 1, Optional.of(login), Except.NOBODY, false);

        assertFalse(
                (proxy + " " + proxy.name() + " " + login + new Place("p", 1, Optional.of(login))).contains("secret"));
    }
}
