package io.quittance.bootstrap.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.faults.Order.Ending;
import java.util.Map;

/** The older, flat notification of a payout, written and read by its page. */
final class LegacyWords {
    private static final String STATUS = "/status";
    private static final Map<String, Ending> ENDINGS =
            Map.of("1", Ending.SUCCESS, "2", Ending.FAILED, "4", Ending.BOUNCEBACK);

    private LegacyWords() {}

    /** Its body names no merchant; what its {@code source} holds is the trade. */
    static byte[] news(Order order, Ending ending, String amount) {
        String number = ENDINGS.entrySet().stream()
                .filter(one -> one.getValue() == ending)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return """
            {"orderId":"%s","tradeNo":"UP-%s","status":%s,"transactionUtcTime":1793527200000,\
            "source":"{\\"amount\\":\\"%s\\",\\"currency\\":\\"USD\\"}","responseCode":"%s","responseMsg":""}\
            """.formatted(order.id(), order.id(), number, amount, ending == Ending.FAILED ? "INVALID_ACCOUNT" : "")
                .getBytes(UTF_8);
    }

    static String result(JsonNode message) {
        String number = message.at(STATUS).asText();
        return ENDINGS.containsKey(number) ? ENDINGS.get(number).name() : "status " + number;
    }

    /** Of the trade; empty if it is not said. */
    static String amount(JsonNode message) {
        return Words.readAny(message.path("source").asText().getBytes(UTF_8))
                .path("amount")
                .asText();
    }
}
