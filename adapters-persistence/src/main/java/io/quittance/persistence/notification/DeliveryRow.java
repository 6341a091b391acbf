package io.quittance.persistence.notification;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Delivery;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.Signed;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Cells;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;

/** A delivery as the table {@code delivery} holds it. */
final class DeliveryRow {
    private DeliveryRow() {}

    static Delivery read(Cells cells) throws SQLException {
        Optional<String> key = cells.maybeText("signature_key");
        return new Delivery(
                cells.whole("id"),
                new ObjectRef(ObjectRef.Kind.valueOf(cells.text("object_kind")), cells.identifier("object_id")),
                cells.integer("owed"),
                new MerchantId(cells.whole("merchant_id")),
                new EndpointId(cells.whole("lane")),
                Dialect.valueOf(cells.text("dialect")),
                cells.maybeText("notify_url").map(URI::create),
                cells.integer("attempt"),
                cells.due("due_at"),
                cells.maybeText("signature").flatMap(sign -> key.map(id -> new Signed(sign, id))));
    }
}
