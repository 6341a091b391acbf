package io.quittance.persistence.notification;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Delivery;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.Signed;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import io.quittance.persistence.journal.JournalRow;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** One row of the table {@code delivery} that is due, with the body of the journal row that it names. */
record DeliveryRow(
        long id,
        Instant dueAt,
        String objectKind,
        String objectId,
        int owed,
        long merchantId,
        String dialect,
        Optional<String> notifyUrl,
        int attempt,
        Optional<String> signature,
        Optional<String> signatureKey,
        Optional<Sealed> body) {
    static DeliveryRow read(Cells cells) throws SQLException {
        return new DeliveryRow(
                cells.whole("id"),
                cells.instant("due_at"),
                cells.text("object_kind"),
                cells.identifier("object_id"),
                cells.integer("owed"),
                cells.whole("merchant_id"),
                cells.text("dialect"),
                cells.maybeText("notify_url"),
                cells.integer("attempt"),
                cells.maybeText("signature"),
                cells.maybeText("signature_key"),
                JournalRow.sealed(cells));
    }

    Delivery toDelivery(BodyCipher cipher) {
        ObjectRef about = new ObjectRef(ObjectRef.Kind.valueOf(objectKind), objectId);
        Sealed sealed = body.orElseThrow(
                () -> new IllegalStateException("journal entry " + owed + " of " + about + " is owed and has no body"));
        return new Delivery(
                id,
                about,
                owed,
                new MerchantId(merchantId),
                Dialect.valueOf(dialect),
                notifyUrl.map(URI::create),
                Bytes.of(cipher.open(JournalRow.place(about, owed), sealed)),
                attempt,
                dueAt,
                signature.flatMap(sign -> signatureKey.map(key -> new Signed(sign, key))));
    }
}
