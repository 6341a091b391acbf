package io.quittance.persistence.journal;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Discrepancies.Open;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** One row of the table {@code discrepancy}; the body is encrypted for its merchant and fingerprint. */
record DiscrepancyRow(
        long id,
        long merchantId,
        Optional<ObjectRef> about,
        String fingerprint,
        String keyId,
        Sealed body,
        String why,
        Instant happenedAt,
        int repeats) {
    /** Stands for a merchant where it cannot be told whose the message is; no merchant has it. */
    static final long NOBODY = 0;

    static final String COLUMNS = """
        merchant_id, object_kind, object_id, fingerprint, key_id, body, body_key, why, happened_at\
        """;

    static DiscrepancyRow of(Discrepancy discrepancy, BodyCipher cipher) {
        Message message = discrepancy.message();
        long merchant = discrepancy.merchant().map(MerchantId::value).orElse(NOBODY);
        String fingerprint = message.fingerprint().value();
        return new DiscrepancyRow(
                0,
                merchant,
                discrepancy.about(),
                fingerprint,
                message.keyId(),
                cipher.seal(place(merchant, fingerprint), message.raw().toArray()),
                discrepancy.why(),
                discrepancy.at(),
                0);
    }

    static DiscrepancyRow read(Cells cells) throws SQLException {
        String kind = cells.maybeText("object_kind").orElse("");
        return new DiscrepancyRow(
                cells.whole("id"),
                cells.whole("merchant_id"),
                cells.maybeIdentifier("object_id").map(id -> new ObjectRef(ObjectRef.Kind.valueOf(kind), id)),
                cells.identifier("fingerprint"),
                cells.text("key_id"),
                JournalRow.sealed(cells).orElseThrow(),
                cells.text("why"),
                cells.instant("happened_at"),
                cells.integer("repeats"));
    }

    private static String place(long merchant, String fingerprint) {
        return "discrepancy " + fingerprint + " of merchant " + merchant;
    }

    /** What {@link #COLUMNS} names, in that order. */
    Object[] values() {
        return new Object[] {
            merchantId,
            about.map(ObjectRef::kind),
            about.map(order -> identifier(order.id())),
            identifier(fingerprint),
            keyId,
            body.content(),
            body.keyId(),
            why,
            happenedAt
        };
    }

    Open toOpen(BodyCipher cipher) {
        Bytes raw = Bytes.of(cipher.open(place(merchantId, fingerprint), body));
        Message message = new Message(raw, keyId, new Fingerprint(fingerprint));
        Optional<MerchantId> merchant =
                merchantId == NOBODY ? Optional.empty() : Optional.of(new MerchantId(merchantId));
        return new Open(id, new Discrepancy(merchant, about, message, why, happenedAt), repeats);
    }
}
