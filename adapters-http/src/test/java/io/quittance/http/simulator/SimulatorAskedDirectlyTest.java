package io.quittance.http.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Asked directly, the simulator of payouts")
class SimulatorAskedDirectlyTest {
    private final PayoutSimulation simulation = new PayoutSimulation();
    private final SimulatorPassThrough passed = new SimulatorPassThrough(simulation.desk, simulation.results);

    private String ask(String api, String data) throws Exception {
        return passed.ask(Given.holder(simulation.store, simulation.merchant), api, (Json.Obj)
                        JsonReader.read(data.getBytes(StandardCharsets.UTF_8)))
                .asUtf8();
    }

    @Test
    void judges_a_payees_fields_by_the_rules_of_a_request() throws Exception {
        String good = ask(
                "paymentFieldValidation",
                "{\"country\":\"ID\",\"payeeInfo\":{\"paymentMethodType\":\"WALLET\",\"name\":{\"firstName\":\"\"},"
                        + "\"odd\":1}}");
        assertEquals(
                "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"data\":{\"validationCode\":\"PASS\","
                        + "\"validationPassedFields\":[{\"field\":\"country\"},"
                        + "{\"field\":\"payeeInfo.paymentMethodType\"}],"
                        + "\"ignoredFields\":[{\"field\":\"payeeInfo.odd\"}],\"validationFailedFields\":[]}}",
                good);

        String bad = ask("paymentFieldValidation", "{\"country\":\"id\",\"payeeInfo\":{}}");
        assertTrue(bad.contains("\"validationCode\":\"PARAMS_INVALID\""), bad);
        assertTrue(
                bad.contains("{\"field\":\"country\",\"errorMsg\":\"The country should be two capital letters, as"
                        + " ID\"}"),
                bad);
        assertTrue(bad.contains("{\"field\":\"payeeInfo.paymentMethodType\""), bad);
    }

    @Test
    void lists_a_merchants_own_payouts_of_a_time_page_by_page() throws Exception {
        for (int i = 0; i < 3; i++) {
            simulation.pay(simulation.merchant, "L" + i, "30", "x");
            simulation.clock.move(Duration.ofSeconds(1));
        }
        simulation.pay(simulation.merchant(PayoutDialect.V2), "theirs", "30", "x");
        String window = "\"queryBeginTime\":\"2026-03-01 12:00:00\",\"queryEndTime\":\"2026-03-01 13:00:00\"";

        String second = ask("paymentOrderBatchQry", "{" + window + ",\"pageSize\":2,\"currentPageIndex\":2}");
        assertTrue(second.contains("\"totalCount\":3,\"pageSize\":2,\"currentPageIndex\":2"), second);
        assertTrue(second.contains("\"outTradeNo\":\"L2\"") && !second.contains("\"outTradeNo\":\"L1\""), second);

        assertTrue(ask("paymentOrderQry", "{" + window + ",\"status\":\"SUCCESS\"}")
                .contains("\"totalCount\":0"));
        assertTrue(ask("paymentOrderQry", "{" + window + ",\"country\":\"PH\"}").contains("\"totalCount\":3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"queryBeginTime\":\"2026-03-01 12:00:00\"}",
                "{\"queryBeginTime\":\"2026-03-01 12:00:00\",\"queryEndTime\":\"2026-03-02 12:00:01\"}",
                "{\"queryBeginTime\":\"2026-03-01 12:00:00\",\"queryEndTime\":\"2026-03-01 11:00:00\"}",
                "{\"queryBeginTime\":\"x\",\"queryEndTime\":\"2026-03-01 11:00:00\"}",
                "{\"queryBeginTime\":\"2026-03-01 12:00:00\",\"queryEndTime\":\"2026-03-01"
                        + " 12:00:00\",\"pageSize\":101}"
            })
    void refuses_a_time_or_a_page_that_the_page_does_not_allow(String data) throws Exception {
        String answer = ask("paymentOrderBatchQry", data);

        assertTrue(answer.startsWith("{\"code\":\"PARAMS_INVALID\",\"msg\":\"data."), answer);
    }
}
