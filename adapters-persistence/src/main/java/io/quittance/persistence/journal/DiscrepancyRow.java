package io.quittance.persistence.journal;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Discrepancies.Ending;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.BodyTable.Number;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A discrepancy as the table {@code discrepancy} holds it; the body is encrypted for its merchant and fingerprint. */
final class DiscrepancyRow {
    /** Stands for a merchant where it cannot be told whose the message is; no merchant has it. */
    static final long NOBODY = 0;

    /** The columns of the sealed body. */
    static final Set<String> BODY = Set.of("body", "body_key");

    static final BodyTable BODIES = new BodyTable(
                    "discrepancy",
                    "body",
                    "body_key",
                    List.of(Number.whole("id")),
                    List.of(),
                    List.of(),
                    DiscrepancyRow::place)
            .toldBy("merchant_id", "fingerprint");

    private static final Bytes NOTHING = Bytes.utf8("");

    private DiscrepancyRow() {}

    static Columns<Discrepancy> columns(BodyCipher cipher) {
        return Columns.of(
                Columns.of("merchant_id", DiscrepancyRow::merchant),
                Columns.of("account_id", one -> one.account().map(AccountId::value)),
                Columns.of("came_to", one -> one.message().came().map(Message.Came::callback)),
                Columns.of(
                        "came_for",
                        one -> one.message().came().flatMap(Message.Came::call).map(Sql::identifier)),
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

    /** What stands in the place of its message once that is forgotten. */
    static Sealed forgotten(Discrepancy one, BodyCipher cipher) {
        return cipher.seal(place(merchant(one), one.message().fingerprint().value()), NOTHING.toArray());
    }

    private static String place(long merchant, String fingerprint) {
        return "discrepancy " + fingerprint + " of merchant " + merchant;
    }

    private static String place(Cells cells) throws SQLException {
        return place(cells.whole("merchant_id"), cells.identifier("fingerprint"));
    }

    static Kept read(Cells cells, BodyCipher cipher) throws SQLException {
        return read(
                cells,
                Bytes.of(cipher.open(place(cells), JournalRow.sealed(cells).orElseThrow())));
    }

    /** The same, of columns without {@link #BODY}: the bytes of its message are left out. */
    static Kept readWithoutBody(Cells cells) throws SQLException {
        return read(cells, NOTHING);
    }

    private static Kept read(Cells cells, Bytes raw) throws SQLException {
        long merchantId = cells.whole("merchant_id");
        String kind = cells.maybeText("object_kind").orElse("");
        Optional<String> cameTo = cells.maybeText("came_to");
        Optional<String> cameFor = cells.maybeIdentifier("came_for");
        Message message = new Message(
                raw,
                cells.text("key_id"),
                new Fingerprint(cells.identifier("fingerprint")),
                List.of(),
                cameTo.map(callback -> new Message.Came(callback, cameFor)),
                Optional.empty());
        return new Kept(
                cells.whole("id"),
                new Discrepancy(
                        merchantId == NOBODY ? Optional.empty() : Optional.of(new MerchantId(merchantId)),
                        cells.maybeWhole("account_id").map(AccountId::new),
                        cells.maybeIdentifier("object_id").map(id -> new ObjectRef(ObjectRef.Kind.valueOf(kind), id)),
                        message,
                        cells.text("why"),
                        cells.instant("happened_at")),
                cells.integer("repeats"),
                ending(cells));
    }

    private static Optional<Ending> ending(Cells cells) throws SQLException {
        Optional<String> how = cells.maybeText("ended");
        return how.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ending(
                        Ending.How.valueOf(how.get()),
                        cells.instant("ended_at"),
                        cells.text("ended_by"),
                        cells.text("ended_why")));
    }
}
