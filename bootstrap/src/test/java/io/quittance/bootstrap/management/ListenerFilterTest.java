package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.lifecycle.Settled;
import io.quittance.http.south.Callback;
import io.quittance.http.south.Senders;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Public")
class ListenerFilterTest {
    /** With a callback that nobody has written yet. */
    private static final PublicPaths PUBLIC = new PublicPaths(Stream.of(
                    "captureResultNotifyUrl",
                    "cancelResultNotifyUrl",
                    "authResultNotifyUrl",
                    "collectResultNotifyUrl",
                    "payLinkResultNotifyUrl",
                    "disbursementResultNotifyUrl",
                    "delSuffixStart12",
                    "refundResultNotifyUrl")
            .<Callback>map(Told::new)
            .toList());

    private record Told(String name) implements Callback {
        @Override
        public Senders senders() {
            throw new AssertionError("an address is public whoever verifies");
        }

        @Override
        public Settled take(Notification notification) {
            return Settled.RECORDED;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/aggregate-pay/api/gateway/capture",
                "/aggregate-pay/api/gateway/unknown",
                "/captureResultNotifyUrl",
                "/captureResultNotifyUrl/app",
                "/cancelResultNotifyUrl",
                "/cancelResultNotifyUrl/app",
                "/authResultNotifyUrl",
                "/authResultNotifyUrl/app",
                "/collectResultNotifyUrl",
                "/collectResultNotifyUrl/app",
                "/payLinkResultNotifyUrl",
                "/payLinkResultNotifyUrl/app",
                "/pay/abcdefgh",
                "/pay/abcdefgh/result",
                "/pay/abcdefgh/qrcode.png",
                "/pay/style.css",
                "/disbursementResultNotifyUrl",
                "/disbursementResultNotifyUrl/app",
                "/delSuffixStart12",
                "/delSuffixStart12/app",
                "/refundResultNotifyUrl",
                "/refundResultNotifyUrl/app"
            })
    void is_the_protocol(String path) {
        assertTrue(PUBLIC.contain(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health",
                "/metrics",
                "/api/apps",
                "/api/simulator/authorizations",
                "/api/openapi.yaml",
                "/demo/notifications",
                "/aggregate-payments",
                "/payments",
                "/captureResultNotifyUrlX",
                "//aggregate-pay/x",
                "/%61ggregate-pay/x",
                "/unknown"
            })
    void is_nothing_else(String path) {
        assertFalse(PUBLIC.contain(path));
    }

    @Test
    void pages_may_not_call_the_management_but_its_own_may() {
        assertFalse(ListenerFilter.isForeign(null, "127.0.0.1:9090"));
        assertFalse(ListenerFilter.isForeign("http://127.0.0.1:9090", "127.0.0.1:9090"));
        assertTrue(ListenerFilter.isForeign("http://127.0.0.1:8080", "127.0.0.1:9090"));
        assertTrue(ListenerFilter.isForeign("https://evil.example", "127.0.0.1:9090"));
        assertTrue(ListenerFilter.isForeign("null", "127.0.0.1:9090"));
        assertTrue(ListenerFilter.isForeign("http://127.0.0.1:9090", null));
    }
}
