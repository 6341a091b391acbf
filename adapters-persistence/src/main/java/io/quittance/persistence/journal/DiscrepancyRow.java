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
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.sql.SQLException;
import java.util.Optional;

/** A discrepancy as the table {@code discrepancy} holds it; the body is encrypted for its merchant and fingerprint. */
final class DiscrepancyRow {
    /** Stands for a merchant where it cannot be told whose the message is; no merchant has it. */
    static final long NOBODY = 0;

    private DiscrepancyRow() {}

    static Columns<Discrepancy> columns(BodyCipher cipher) {
        return Columns.of(
                Columns.of("merchant_id", DiscrepancyRow::merchant),
                Columns.of("object_kind", one -> one.about().map(ObjectRef::kind)),
                Columns.of("object_id", one -> one.about().map(order -> identifier(order.id()))),
                Columns.of(
                        "fingerprint",
                        one -> identifier(one.message().fingerprint().value())),
                Columns.of("key_id", one -> one.message().keyId()),
                Columns.sealed("body", "body_key", one -> Optional.of(sealed(one, cipher))),
                Columns.of("why", Discrepancy::why),
                Columns.of("happened_at", Discrepancy::at));
    }

    private static long merchant(Discrepancy one) {
        return one.merchant().map(MerchantId::value).orElse(NOBODY);
    }

    private static Sealed sealed(Discrepancy one, BodyCipher cipher) {
        Message message = one.message();
        return cipher.seal(
                place(merchant(one), message.fingerprint().value()),
                message.raw().toArray());
    }

    private static String place(long merchant, String fingerprint) {
        return "discrepancy " + fingerprint + " of merchant " + merchant;
    }

    static Open read(Cells cells, BodyCipher cipher) throws SQLException {
        long merchantId = cells.whole("merchant_id");
        String fingerprint = cells.identifier("fingerprint");
        String kind = cells.maybeText("object_kind").orElse("");
        Sealed body = JournalRow.sealed(cells).orElseThrow();
        Message message = new Message(
                Bytes.of(cipher.open(place(merchantId, fingerprint), body)),
                cells.text("key_id"),
                new Fingerprint(fingerprint));
        return new Open(
                cells.whole("id"),
                new Discrepancy(
                        merchantId == NOBODY ? Optional.empty() : Optional.of(new MerchantId(merchantId)),
                        cells.maybeIdentifier("object_id").map(id -> new ObjectRef(ObjectRef.Kind.valueOf(kind), id)),
                        message,
                        cells.text("why"),
                        cells.instant("happened_at")),
                cells.integer("repeats"));
    }
}
