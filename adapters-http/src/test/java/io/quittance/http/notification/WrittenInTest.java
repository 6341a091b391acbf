package io.quittance.http.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.notification.Dialect;
import io.quittance.domain.text.Bytes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The dialect of a notification")
class WrittenInTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LEGACY|{\"orderId\":\"O1\",\"tradeNo\":\"T1\",\"status\":1}",
                "ENVELOPED|{\"notifyType\":\"PAYOUT\",\"data\":{\"outTradeNo\":\"O1\"}}",
                "ENVELOPED|{\"notifyType\":\"PAYOUT\",\"orderId\":\"O1\"}",
                "ENVELOPED|[]",
                "ENVELOPED|no JSON"
            })
    void is_seen_in_its_bytes(Dialect dialect, String body) {
        assertEquals(dialect, WrittenIn.dialect(Bytes.utf8(body)));
    }
}
