package io.quittance.persistence.paymentlink;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.BodyTable.Number;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.sql.SQLException;

/** An attempt to pay, as the table {@code payment_link_transaction} holds it. */
record LinkTransactionRow(String linkId, LinkTransaction transaction) {
    private static final Columns<LinkTransactionRow> FIXED = Columns.of(
            Columns.of("link_id", row -> identifier(row.linkId)),
            Columns.of("out_trade_no", row -> identifier(row.transaction.no().value())));

    static final BodyTable BODIES = BodyTable.of(
            "payment_link_transaction",
            "details",
            cells -> place(cells.identifier("link_id"), cells.identifier("out_trade_no")),
            Number.bytes("link_id"),
            Number.bytes("out_trade_no"));

    static Columns<LinkTransactionRow> all(BodyCipher cipher) {
        return Columns.of(FIXED, moving(cipher));
    }

    /** What becomes of an attempt. */
    static Columns<LinkTransactionRow> moving(BodyCipher cipher) {
        return Columns.of(
                Columns.of("status", row -> row.transaction.status()),
                Columns.of("completed_at", row -> row.transaction.completedAt()),
                Columns.sealed(
                        "details",
                        row -> row.transaction
                                .details()
                                .map(details -> cipher.seal(
                                        place(row.linkId, row.transaction.no().value()), details.toArray()))));
    }

    static LinkTransaction read(String linkId, Cells cells, BodyCipher cipher) throws SQLException {
        String outTradeNo = cells.identifier("out_trade_no");
        String key = cells.maybeText("details_key").orElse("of no name");
        return new LinkTransaction(
                new TransactionNo(outTradeNo),
                LinkTransaction.Status.valueOf(cells.text("status")),
                cells.maybeInstant("completed_at"),
                cells.maybeBytes("details_body")
                        .map(body -> Bytes.of(cipher.open(place(linkId, outTradeNo), new Sealed(body, key)))));
    }

    private static String place(String linkId, String outTradeNo) {
        return "payment " + outTradeNo + " of link " + linkId;
    }
}
