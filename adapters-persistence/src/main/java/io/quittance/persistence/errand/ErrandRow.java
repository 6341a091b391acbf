package io.quittance.persistence.errand;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Due;
import java.sql.SQLException;

/** An errand as the table {@code errand} holds it. */
final class ErrandRow {
    private static final Columns<Errand> FIXED = Columns.of(
            Columns.of("shard", errand -> errand.shard().number()),
            Columns.of("lane", Errand::lane),
            Columns.of("object_kind", errand -> errand.about().kind()),
            Columns.of("object_id", errand -> identifier(errand.about().id())),
            Columns.of("merchant_id", errand -> errand.merchant().value()),
            Columns.of("account_id", errand -> errand.account().value()));

    static final Columns<Errand> MOVING = Columns.of(
            Columns.of("due_at", errand -> new Due(errand.dueAt())),
            Columns.of("step", Errand::step),
            Columns.of("attempt", Errand::attempt),
            Columns.of("sending", Errand::sending),
            Columns.of("unsure", Errand::unsure));

    static final Columns<Errand> ALL = Columns.of(FIXED, MOVING);

    private ErrandRow() {}

    static Errand read(Cells cells) throws SQLException {
        return new Errand(
                cells.whole("id"),
                new ObjectRef(ObjectRef.Kind.valueOf(cells.text("object_kind")), cells.identifier("object_id")),
                new MerchantId(cells.whole("merchant_id")),
                new AccountId(cells.whole("account_id")),
                Errand.Step.valueOf(cells.text("step")),
                cells.integer("attempt"),
                cells.due("due_at"),
                cells.flag("sending"),
                cells.flag("unsure"));
    }
}
