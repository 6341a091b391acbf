package io.quittance.persistence.paymentlink;

import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** An attempt to pay, as the table {@code payment_link_transaction} holds it. */
record LinkTransactionRow(
        String linkId, String outTradeNo, String status, Optional<Instant> completedAt, Optional<Sealed> details) {
    static final String COLUMNS = "link_id, out_trade_no, status, completed_at, details_body, details_key";

    static LinkTransactionRow of(String linkId, LinkTransaction transaction, BodyCipher cipher) {
        String no = transaction.no().value();
        return new LinkTransactionRow(
                linkId,
                no,
                transaction.status().name(),
                transaction.completedAt(),
                transaction.details().map(details -> cipher.seal(place(linkId, no), details.toArray())));
    }

    static LinkTransactionRow read(Cells cells) throws SQLException {
        Optional<byte[]> details = cells.maybeBytes("details_body");
        return new LinkTransactionRow(
                cells.identifier("link_id"),
                cells.identifier("out_trade_no"),
                cells.text("status"),
                cells.maybeInstant("completed_at"),
                details.isPresent()
                        ? Optional.of(new Sealed(details.get(), cells.text("details_key")))
                        : Optional.empty());
    }

    /** What {@link #COLUMNS} names, in that order, and then the last four again, for a row that is there. */
    Object[] valuesTwice() {
        Optional<byte[]> content = details.map(Sealed::content);
        Optional<String> keyId = details.map(Sealed::keyId);
        return new Object[] {
            Sql.identifier(linkId),
            Sql.identifier(outTradeNo),
            status,
            completedAt,
            content,
            keyId,
            status,
            completedAt,
            content,
            keyId
        };
    }

    LinkTransaction toTransaction(BodyCipher cipher) {
        return new LinkTransaction(
                new TransactionNo(outTradeNo),
                LinkTransaction.Status.valueOf(status),
                completedAt,
                details.map(kept -> Bytes.of(cipher.open(place(linkId, outTradeNo), kept))));
    }

    private static String place(String linkId, String outTradeNo) {
        return "payment " + outTradeNo + " of link " + linkId;
    }
}
