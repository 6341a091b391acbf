package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.payout.PassThrough;
import io.quittance.http.payout.PayoutRules;
import io.quittance.http.payout.PayoutWire;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What merchants ask the far end directly. The static check of a payee's fields goes by the gateway's own rules; the batch
 * query pages through what the simulator took. PayerMax does not print the answer to a batch query: ours has the orders
 * as the single query tells them.
 */
public final class SimulatorPassThrough implements PassThrough {
    /** The longest time that a batch query may span. PayerMax "Transaction Inquiry". */
    static final Duration MAX_SPAN = Duration.ofDays(1);

    static final int MAX_PAGE = 100;
    static final int PAGE = 20;

    /** Orders of a day that are looked at; a sandbox has fewer. */
    private static final int MOST = 10_000;

    private final SimulatorDesk desk;
    private final SimulatedPayout results;

    public SimulatorPassThrough(SimulatorDesk desk, SimulatedPayout results) {
        this.desk = desk;
        this.results = results;
    }

    @Override
    public Bytes ask(Holder holder, String api, Json.Obj data) {
        try {
            return switch (api) {
                case PayoutWire.VALIDATION -> validated(Fields.of(data));
                case PayoutWire.BATCH_QUERY, PayoutWire.QUERY -> listed(holder.merchant(), Fields.of(data, "data"));
                default -> throw Refusal.of(WireCode.PARAMS_INVALID, "API name", api, "one that the simulator knows");
            };
        } catch (Refusal refusal) {
            return Envelope.refused(refusal.code(), refusal.getMessage());
        }
    }

    private static Bytes validated(Fields data) {
        PayoutRules.Verdict verdict = PayoutRules.VALIDATION.judge(data);
        List<String> ignored = new ArrayList<>();
        collect(data.json(), "", ignored);
        ignored.removeIf(PayoutRules.VALIDATION::knows);
        return Envelope.accepted(out -> out.text(
                        "validationCode", verdict.failed().isEmpty() ? "PASS" : WireCode.PARAMS_INVALID.name())
                .array("validationPassedFields", verdict.passed(), (one, field) -> one.text("field", field))
                .array("ignoredFields", ignored, (one, field) -> one.text("field", field))
                .array(
                        "validationFailedFields",
                        verdict.failed(),
                        (one, fault) -> one.text("field", fault.field())
                                .text("errorMsg", "The " + fault.field() + " should be " + fault.expected())));
    }

    /** The paths of all values that hold no further fields. */
    private static void collect(Json.Obj object, String path, List<String> paths) {
        for (Map.Entry<String, Json> field : object.fields().entrySet()) {
            if (field.getValue() instanceof Json.Obj inner) {
                collect(inner, path + field.getKey() + ".", paths);
            } else {
                paths.add(path + field.getKey());
            }
        }
    }

    private Bytes listed(Merchant caller, Fields data) throws Refusal {
        Instant from = time(data, "queryBeginTime");
        Instant until = time(data, "queryEndTime");
        if (until.isBefore(from) || Duration.between(from, until).compareTo(MAX_SPAN) > 0) {
            throw data.refusal("queryEndTime", "at most a day after queryBeginTime");
        }
        int size = number(data, "pageSize", PAGE, MAX_PAGE);
        int page = number(data, "currentPageIndex", 1, MOST);
        Optional<String> status = Lenient.words(data, "status");
        Optional<String> country = Lenient.words(data, "country");
        List<SimulatedOrder> matching =
                desk.taken(caller, SimulatedPayout.OPERATION, from, until.plusMillis(1), MOST).stream()
                        .filter(order -> status.filter(wanted ->
                                        !wanted.equals(results.facts(order).status()))
                                .isEmpty())
                        .filter(order -> country.filter(wanted -> !wanted.equals(country(order)))
                                .isEmpty())
                        .toList();
        List<SimulatedOrder> shown =
                matching.stream().skip((page - 1L) * size).limit(size).toList();
        return Envelope.accepted(out -> out.number("totalCount", Integer.toString(matching.size()))
                .number("pageSize", Integer.toString(size))
                .number("currentPageIndex", Integer.toString(page))
                .array("list", shown, (one, order) -> PayoutWire.write(one, results.facts(order))));
    }

    private static String country(SimulatedOrder order) {
        return NotedPayout.of(order).country().code();
    }

    private static Instant time(Fields data, String name) throws Refusal {
        return Lenient.time(data, name).orElseThrow(() -> data.refusal(name, "a time in UTC as 2023-07-01 12:08:34"));
    }

    private static int number(Fields data, String name, int otherwise, int most) throws Refusal {
        Optional<String> text = Lenient.words(data, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        String expected = "a whole number from 1 to " + most;
        if (!text.get().matches("[1-9][0-9]{0,5}") || Integer.parseInt(text.get()) > most) {
            throw data.refusal(name, expected);
        }
        return Integer.parseInt(text.get());
    }
}
