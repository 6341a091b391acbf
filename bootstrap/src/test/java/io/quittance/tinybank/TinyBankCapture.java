package io.quittance.tinybank;

import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A capture as TinyBank writes it, in answers and in news alike: {@code {"id":"R1","state":"settled","number":"TB-1"}}. */
record TinyBankCapture(String id, String state, Terms terms, Optional<Instant> at, String reason) {
    /** What we ask. */
    static Bytes write(Operation operation) {
        Money amount = operation.collects().orElseThrow();
        return JsonWriter.object(o -> o.text("id", operation.request().value())
                .text("order", operation.order().value())
                .text("amount", Lenient.plain(amount.amount()))
                .text("currency", amount.currency().code()));
    }

    /** Where it stands. */
    static Bytes question(Operation operation) {
        return JsonWriter.object(o -> o.text("id", operation.request().value()));
    }

    /** @throws JsonFault if it is no JSON @throws Refusal if what decides makes no sense */
    static TinyBankCapture read(Bytes body) throws JsonFault, Refusal {
        if (JsonReader.read(body.toArray()) instanceof Json.Obj said) {
            return read(said);
        }
        throw new JsonFault("no object");
    }

    static TinyBankCapture read(Json.Obj said) throws Refusal {
        Fields fields = Fields.of(said);
        Terms terms = new Terms(
                fields.idIfAny("number", UpstreamNo.MAX_CHARACTERS).map(UpstreamNo::new),
                fields.idIfAny("order", OutTradeNo.MAX_CHARACTERS).map(OutTradeNo::new),
                Lenient.amount(fields, "amount"),
                Lenient.currency(fields, "currency"));
        return new TinyBankCapture(
                fields.id("id", 64),
                fields.text("state"),
                terms,
                Lenient.time(fields, "at"),
                Lenient.words(fields, "reason").orElse("no reason given"));
    }

    /** In our words. @param now counts where it does not say when */
    Report report(Instant now) throws Refusal {
        Instant told = at.orElse(now);
        return switch (state) {
            case "taken" -> new Report.Processing(terms);
            case "settled" -> new Report.Settled(terms, told);
            case "failed" -> new Report.Declined(terms, told, new Failure("PAYMENT_FAILED", reason));
            default -> throw Fields.of(new Json.Obj(Map.of())).refusal("state", "taken, settled or failed");
        };
    }
}
