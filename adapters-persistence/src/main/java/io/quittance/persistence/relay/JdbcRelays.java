package io.quittance.persistence.relay;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.relay.Relays;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.relay.ApiName;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.relay.RelayId;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.StatementFailed;
import io.quittance.persistence.journal.JournalHead;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;

/** Requests that were passed on, in the table {@code relay}. */
public final class JdbcRelays implements Relays {
    public static final JournalHead HEAD = new JournalHead(ObjectRef.Kind.RELAY, "relay", "relay_no");

    private static final Columns<Relay> ALL = Columns.of(
            Columns.of("relay_no", relay -> identifier(relay.id().value())),
            Columns.of("merchant_id", relay -> relay.merchant().value()),
            Columns.of("account_id", relay -> relay.account().value()),
            Columns.of("api", relay -> relay.api().value()),
            Columns.of("notify_url", relay -> relay.notifyUrl().map(URI::toString)),
            Columns.of("asked_at", Relay::at),
            JournalHead.month(Relay::at));

    private static final String ADD = "insert into relay (" + ALL.listed() + ") values (" + ALL.marks() + ")";
    private static final String FIND = "select " + ALL.listed() + " from relay where relay_no = ?";

    private final Sql sql;

    public JdbcRelays(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Relay relay) {
        try {
            sql.change("add a relayed request", ADD, ALL.bound(relay));
        } catch (StatementFailed e) {
            if (e.fault() == Fault.DUPLICATE) {
                throw new IllegalStateException("relay number " + relay.id() + " was given twice", e);
            }
            throw e;
        }
    }

    @Override
    public Optional<Relay> find(RelayId id) {
        return sql.first("find a relayed request", FIND, JdbcRelays::read, (Object) identifier(id.value()));
    }

    private static Relay read(Cells cells) throws SQLException {
        return new Relay(
                new RelayId(cells.identifier("relay_no")),
                new MerchantId(cells.whole("merchant_id")),
                new AccountId(cells.whole("account_id")),
                new ApiName(cells.text("api")),
                cells.maybeText("notify_url").map(URI::create),
                cells.instant("asked_at"));
    }
}
