package io.quittance.http.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.RequestOperation.Command;
import io.quittance.application.capture.SettleOperation;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.live.Page;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What we write towards upstream, and what it may answer, read back by the readers of the other face. */
@DisplayName("A capture on the wire")
class OperationWireTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final AppId APP = new AppId("app");
    private static final MerchantNo NO = new MerchantNo("P1");

    private static Capture capture(String amount, boolean last) {
        return Capture.requested(
                new CaptureId("C1"),
                new Asked(new MerchantId(1), new AccountId(1), new RequestId("R1"), new OutTradeNo("O1"), NOW),
                Money.of(amount, "USD"),
                last);
    }

    private static Json.Obj object(Bytes body) throws JsonFault {
        return (Json.Obj) JsonReader.read(body.toArray());
    }

    private static Bytes written(String amount, boolean last) {
        return JsonWriter.object(data -> OperationWire.Request.write(data, capture(amount, last)));
    }

    @Nested
    class Asked_of_upstream {
        @Test
        void is_written_as_the_page_has_it() {
            assertEquals(
                    "{\"requestId\":\"R1\",\"outTradeNo\":\"O1\",\"currency\":\"USD\",\"amount\":100.50}",
                    written("100.5", true).asUtf8());
        }

        @Test
        void is_read_by_another_gateway_as_the_same_request() throws Exception {
            for (boolean last : new boolean[] {true, false}) {
                Bytes written = written("100.5", last);

                Command read =
                        OperationWire.Request.read(OperationPage.CAPTURE, Fields.of(object(written)), written, "key");

                assertEquals(
                        new Command.Collect(
                                new RequestId("R1"),
                                new OutTradeNo("O1"),
                                Money.of("100.5", "USD"),
                                last,
                                read.message()),
                        read);
            }
        }
    }

    @Nested
    class Answered_by_upstream {
        private OperationWire.Response read(String body) throws JsonFault, Refusal {
            return OperationWire.Response.read(OperationPage.CAPTURE, Bytes.utf8(body), NOW);
        }

        @Test
        void with_the_words_of_the_page_is_under_way() throws Exception {
            assertEquals(
                    new OperationWire.Response(
                            "APPLY_SUCCESS",
                            "Success.",
                            Optional.of(new RequestId("xxxxx")),
                            Optional.of(new Report.Processing(new Terms(
                                    Optional.of(new UpstreamNo("20230806235954ED7856775040587834005")),
                                    Optional.of(new OutTradeNo("xxxxxxxx")),
                                    Optional.of(Money.of("10", "SAR").amount()),
                                    Optional.of(new Currency("SAR"))))),
                            List.of()),
                    normalised(read(Page.example("capture/response.json"))));
        }

        /** The report keeps an amount as it was told; only its value counts here. */
        private OperationWire.Response normalised(OperationWire.Response answer) {
            Terms told = answer.report().orElseThrow().terms();
            Optional<BigDecimal> amount = told.money().map(Money::amount);
            return new OperationWire.Response(
                    answer.code(),
                    answer.msg(),
                    answer.request(),
                    Optional.of(new Report.Processing(new Terms(told.number(), told.order(), amount, told.currency()))),
                    answer.odd());
        }

        @Test
        void by_an_error_has_no_data() throws Exception {
            assertEquals(
                    new OperationWire.Response("ORDER_NOT_EXIST", "", Optional.empty(), Optional.empty(), List.of()),
                    read("{\"code\":\"ORDER_NOT_EXIST\"}"));
        }

        @Test
        void in_no_shape_that_we_know_is_refused() {
            assertThrows(JsonFault.class, () -> read("<html>"));
            assertThrows(JsonFault.class, () -> read("[]"));
            assertThrows(Refusal.class, () -> read("{\"msg\":\"Success.\"}"));
            assertThrows(Refusal.class, () -> read("{\"code\":\"APPLY_SUCCESS\",\"data\":{\"status\":\"NEW\"}}"));
        }

        @Test
        void is_what_a_gateway_of_ours_answers() throws Exception {
            Bytes answer = OperationWire.Response.accepted(capture("100.5", true));

            OperationWire.Response read = OperationWire.Response.read(OperationPage.CAPTURE, answer, NOW);

            assertEquals("APPLY_SUCCESS", read.code());
            Report.Processing report =
                    assertInstanceOf(Report.Processing.class, read.report().orElseThrow());
            assertEquals(Optional.of(new UpstreamNo("C1")), report.terms().number());
        }
    }

    @Nested
    class Told {
        private static SettleOperation.Told readBack(State state) throws Exception {
            Capture facts = new Capture(
                    new CaptureId("UP1"),
                    capture("100.5", false).asked(),
                    Money.of("100.5", "USD"),
                    false,
                    Optional.empty(),
                    state);
            Bytes written = OperationWire.Notification.write(APP, NO, NOW.plusSeconds(9), facts);
            return OperationWire.Notification.read(
                    OperationPage.CAPTURE, object(written), written, "key", NOW.plusSeconds(10));
        }

        @Test
        void in_every_state_is_read_back_as_it_was() throws Exception {
            Instant at = NOW.plusSeconds(5);
            Failure why = new Failure("RISK_FAILED", "Risk block.");

            SettleOperation.Told pending = readBack(new State.Pending());
            SettleOperation.Told succeeded = readBack(new State.Succeeded(at));
            SettleOperation.Told failed = readBack(new State.Failed(at, why));

            assertTrue(pending.report() instanceof Report.Processing);
            assertEquals(at, ((Report.Settled) succeeded.report()).at());
            assertEquals(at, ((Report.Declined) failed.report()).at());
            assertEquals(why, ((Report.Declined) failed.report()).why());
            for (SettleOperation.Told told : List.of(pending, succeeded, failed)) {
                assertEquals(
                        Optional.of(new UpstreamNo("UP1")),
                        told.report().terms().number());
                assertEquals(Optional.of(false), told.last());
                assertEquals(Optional.of(NOW), told.createdAt());
                assertEquals(
                        Optional.of(new OutTradeNo("O1")), told.report().terms().order());
            }
        }

        @Test
        void again_at_another_time_is_the_same_news_and_otherwise_it_is_other_news() throws Exception {
            Instant at = NOW.plusSeconds(5);
            var news = readBack(new State.Succeeded(at)).message().fingerprint();

            assertEquals(
                    news,
                    readBack(new State.Succeeded(at.plusSeconds(1))).message().fingerprint());
            assertTrue(!news.equals(readBack(new State.Failed(at, new Failure("A", "")))
                    .message()
                    .fingerprint()));
            assertTrue(!readBack(new State.Failed(at, new Failure("B", "")))
                    .message()
                    .fingerprint()
                    .equals(readBack(new State.Failed(at, new Failure("A", "")))
                            .message()
                            .fingerprint()));
        }
    }
}
