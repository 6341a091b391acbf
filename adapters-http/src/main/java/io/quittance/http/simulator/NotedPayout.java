package io.quittance.http.simulator;

import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Conversion;
import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Refusal;
import java.math.BigDecimal;

/**
 * What the simulator notes of a payout, in a form of its own: how much goes where, to whom and with which remark. Two that
 * differ in nothing of this are the same to it; the payee's account and the remark are noted for that alone.
 *
 * @param returned what is told back with the result as it came
 */
record NotedPayout(Conversion conversion, Country country, Particulars returned) {
    static Bytes write(Instruction asked) {
        Conversion conversion = asked.conversion();
        return JsonWriter.object(note -> note.text("amount", conversion.trade().text())
                .text("currency", conversion.trade().currency().code())
                .text("source", conversion.source().map(Currency::code))
                .text("destination", conversion.destination().map(Currency::code))
                .text("country", asked.country().code())
                .text("organisation", asked.method().organisation())
                .text("account", asked.payee().account().number())
                .text("remark", asked.remark())
                .text("reference", asked.reference())
                .text("email", asked.notice().email())
                .text("phone", asked.notice().phone()));
    }

    /** @throws IllegalStateException if that order is none that was noted so */
    static NotedPayout of(SimulatedOrder order) {
        try {
            if (JsonReader.read(order.asked().toArray()) instanceof Json.Obj note) {
                return of(Fields.of(note));
            }
        } catch (JsonFault | Refusal e) {
            throw new IllegalStateException("the simulator's order " + order.number() + " cannot be read", e);
        }
        throw new IllegalStateException("the simulator's order " + order.number() + " is no JSON object");
    }

    private static NotedPayout of(Fields note) throws Refusal {
        Money trade = new Money(new BigDecimal(note.text("amount")), new Currency(note.text("currency")));
        return new NotedPayout(
                new Conversion(trade, Lenient.currency(note, "source"), Lenient.currency(note, "destination")),
                new Country(note.text("country")),
                Particulars.asked(note.textIfAny("reference"), note.textIfAny("email"), note.textIfAny("phone")));
    }
}
