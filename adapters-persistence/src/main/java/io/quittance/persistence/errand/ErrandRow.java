package io.quittance.persistence.errand;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Cells;
import java.sql.SQLException;
import java.time.Instant;

/** One row of the table {@code errand}. */
record ErrandRow(
        long id,
        int shard,
        long lane,
        Instant dueAt,
        String objectKind,
        String objectId,
        long merchantId,
        String step,
        int attempt,
        boolean sending,
        boolean unsure) {
    static final String COLUMNS =
            "shard, lane, due_at, object_kind, object_id, merchant_id, step, attempt, sending, unsure";

    static ErrandRow of(Errand errand) {
        return new ErrandRow(
                errand.id(),
                errand.shard().number(),
                errand.lane(),
                errand.dueAt(),
                errand.about().kind().name(),
                errand.about().id(),
                errand.merchant().value(),
                errand.step().name(),
                errand.attempt(),
                errand.sending(),
                errand.unsure());
    }

    static ErrandRow read(Cells cells) throws SQLException {
        return new ErrandRow(
                cells.whole("id"),
                cells.integer("shard"),
                cells.whole("lane"),
                cells.instant("due_at"),
                cells.text("object_kind"),
                cells.identifier("object_id"),
                cells.whole("merchant_id"),
                cells.text("step"),
                cells.integer("attempt"),
                cells.flag("sending"),
                cells.flag("unsure"));
    }

    /** What {@link #COLUMNS} names, in that order. */
    Object[] values() {
        return new Object[] {
            shard, lane, dueAt, objectKind, identifier(objectId), merchantId, step, attempt, sending, unsure
        };
    }

    Errand toErrand() {
        return new Errand(
                id,
                new ObjectRef(ObjectRef.Kind.valueOf(objectKind), objectId),
                new MerchantId(merchantId),
                Errand.Step.valueOf(step),
                attempt,
                dueAt,
                sending,
                unsure);
    }
}
