package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Public")
class ListenerFilterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/aggregate-pay/api/gateway/capture",
                "/aggregate-pay/api/gateway/unknown",
                "/captureResultNotifyUrl",
                "/disbursementResultNotifyUrl",
                "/disbursementResultNotifyUrl/app",
                "/delSuffixStart12",
                "/delSuffixStart12/app",
                "/captureResultNotifyUrl/app"
            })
    void is_the_protocol(String path) {
        assertTrue(ListenerFilter.isPublic(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health",
                "/metrics",
                "/management/apps",
                "/demo/notifications",
                "/aggregate-payments",
                "/captureResultNotifyUrlX",
                "//aggregate-pay/x",
                "/%61ggregate-pay/x",
                "/unknown"
            })
    void is_nothing_else(String path) {
        assertFalse(ListenerFilter.isPublic(path));
    }
}
