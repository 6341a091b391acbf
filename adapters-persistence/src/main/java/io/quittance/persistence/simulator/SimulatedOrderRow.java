package io.quittance.persistence.simulator;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.BodyTable.Number;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Due;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.sql.SQLException;
import java.util.Optional;

/** An order as the table {@code simulated_order} holds it. */
final class SimulatedOrderRow {
    /** What telling a result changes. */
    static final Columns<SimulatedOrder> MOVING = Columns.of(
            Columns.of("due_at", order -> Due.at(order.dueAt())),
            Columns.of("told", SimulatedOrder::told),
            Columns.of("attempts", SimulatedOrder::attempts));

    static final BodyTable BODIES = BodyTable.of(
                    "simulated_order", "asked", SimulatedOrderRow::place, Number.whole("id"))
            .toldBy("merchant_id", "operation", "request_id");

    private SimulatedOrderRow() {}

    static Columns<SimulatedOrder> all(BodyCipher cipher) {
        return Columns.of(
                Columns.of("order_no", order -> identifier(order.number())),
                Columns.of("shard", order -> order.shard().number()),
                Columns.of("merchant_id", order -> order.merchant().value()),
                Columns.of("account_id", order -> order.account().value()),
                Columns.of("operation", SimulatedOrder::operation),
                Columns.of("request_id", order -> identifier(order.request())),
                Columns.sealed(
                        "asked",
                        order -> Optional.of(cipher.seal(
                                place(order.merchant(), order.operation(), order.request()),
                                order.asked().toArray()))),
                Columns.of("created_at", SimulatedOrder::createdAt),
                Columns.of("verdict", SimulatedOrder::verdict),
                Columns.failure(SimulatedOrder::failure),
                Columns.of("settled_at", SimulatedOrder::settledAt),
                MOVING);
    }

    private static String place(MerchantId merchant, String operation, String request) {
        return "simulated " + operation + " " + request + " of merchant " + merchant;
    }

    private static String place(Cells cells) throws SQLException {
        return place(
                new MerchantId(cells.whole("merchant_id")), cells.text("operation"), cells.identifier("request_id"));
    }

    static SimulatedOrder read(Cells cells, BodyCipher cipher) throws SQLException {
        MerchantId merchant = new MerchantId(cells.whole("merchant_id"));
        String operation = cells.text("operation");
        String request = cells.identifier("request_id");
        Sealed asked = new Sealed(cells.bytes("asked_body"), cells.text("asked_key"));
        return new SimulatedOrder(
                cells.identifier("order_no"),
                merchant,
                new AccountId(cells.whole("account_id")),
                operation,
                request,
                Bytes.of(cipher.open(place(merchant, operation, request), asked)),
                cells.instant("created_at"),
                SimulatedOrder.Verdict.valueOf(cells.text("verdict")),
                cells.maybeFailure(),
                cells.instant("settled_at"),
                cells.maybeDue("due_at"),
                cells.integer("told"),
                cells.integer("attempts"));
    }
}
