package io.quittance.persistence.notification;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Delivery;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.notification.Signed;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.journal.JournalHeads;
import io.quittance.persistence.shard.QueuePage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The queue of deliveries in the table {@code delivery}; a parked one has no due time. */
public final class JdbcOutbox implements NotificationOutbox {
    private static final Columns<Owed> OWED = Columns.of(
            Columns.of("shard", owed -> Shard.of(owed.about).number()),
            Columns.of("lane", owed -> Delivery.lane(owed.merchant)),
            Columns.of("due_at", Owed::dueAt),
            Columns.of("object_kind", owed -> owed.about.kind()),
            Columns.of("object_id", owed -> identifier(owed.about.id())),
            Columns.of("owed", Owed::sequence),
            Columns.of("merchant_id", owed -> owed.merchant.value()),
            Columns.of("dialect", Owed::dialect),
            Columns.of("notify_url", owed -> owed.notifyUrl.map(URI::toString)),
            Columns.of("attempt", owed -> 0));

    /** The month tells in which part of the journal the bytes are, where it has parts. */
    private static final String APPEND =
            "insert into delivery (" + OWED.listed() + ", object_month) values (" + OWED.marks() + ", %s)";

    private static final String ARM = """
        update delivery set due_at = ?, attempt = 0 where object_kind = ? and object_id = ? and due_at is null
        """;

    /** A {@link QueuePage}. */
    private static final String DUE = """
        select d.id, d.due_at, d.object_kind, d.object_id, d.owed, d.merchant_id, d.dialect, d.notify_url, d.attempt,
          d.signature, d.signature_key, j.body, j.body_key
        from delivery d
        join journal j on j.object_kind = d.object_kind and j.object_id = d.object_id and j.seq = d.owed
          and j.object_month = d.object_month
        where d.shard = ? and d.due_at between ? and ? and (d.due_at > ? or d.id > ?)
          and not exists (
            select 1 from delivery e
            where e.object_kind = d.object_kind and e.object_id = d.object_id and e.owed < d.owed)
        order by d.due_at, d.id limit ?
        """;

    private static final String DONE = "delete from delivery where id = ?";

    private static final String WAITING = """
        select 1 as waiting from delivery where object_kind = ? and object_id = ? and due_at is not null limit 1
        """;

    private static final String RETRY = """
        update delivery set due_at = ?, attempt = ?, signature = ?, signature_key = ? where id = ?
        """;

    private static final String PARK_ALL = """
        update delivery set due_at = null where object_kind = ? and object_id = ?
        """;

    /** Shard by shard, as the index begins with it. */
    private static final String PARKED = """
        select count(*) as parked from shard s join delivery d on d.shard = s.shard where d.due_at is null
        """;

    private final Sql sql;
    private final BodyCipher cipher;
    private final JournalHeads heads;

    /** A message as it is owed first. @param sequence of the journal row with its bytes */
    private record Owed(
            ObjectRef about,
            int sequence,
            MerchantId merchant,
            Dialect dialect,
            Optional<URI> notifyUrl,
            Instant dueAt) {}

    public JdbcOutbox(Sql sql, BodyCipher cipher, JournalHeads heads) {
        this.sql = sql;
        this.cipher = cipher;
        this.heads = heads;
    }

    @Override
    public void append(
            ObjectRef about, int owed, MerchantId merchant, Dialect dialect, Optional<URI> notifyUrl, Instant dueAt) {
        sql.change("arm parked deliveries", ARM, dueAt, about.kind(), identifier(about.id()));
        sql.change(
                "owe a message",
                APPEND.formatted(heads.of(about).monthOf()),
                OWED.bound(
                        new Owed(about, owed, merchant, dialect, notifyUrl, dueAt), (Object) identifier(about.id())));
    }

    @Override
    public List<Delivery> due(Shard shard, Position after, Instant now, int limit) {
        return sql
                .list(
                        "read the queue of deliveries",
                        DUE,
                        DeliveryRow::read,
                        QueuePage.values(shard, after, now, limit))
                .stream()
                .map(row -> row.toDelivery(cipher))
                .toList();
    }

    @Override
    public boolean done(Delivery delivery) {
        sql.change("take a delivery out", DONE, delivery.id());
        return sql.first(
                        "look for a later delivery",
                        WAITING,
                        cells -> cells.integer("waiting"),
                        delivery.about().kind(),
                        identifier(delivery.about().id()))
                .isPresent();
    }

    @Override
    public void retry(Delivery delivery, int attempt, Instant dueAt, Signed signed) {
        sql.change(
                "keep when a delivery is tried again",
                RETRY,
                dueAt,
                attempt,
                signed.sign(),
                signed.keyId(),
                delivery.id());
    }

    @Override
    public void park(Delivery delivery, int attempt, Signed signed) {
        sql.change("park a delivery", RETRY, null, attempt, signed.sign(), signed.keyId(), delivery.id());
        sql.change(
                "park what waits behind a delivery",
                PARK_ALL,
                delivery.about().kind(),
                identifier(delivery.about().id()));
    }

    @Override
    public long parked() {
        return sql.first("count parked deliveries", PARKED, cells -> cells.whole("parked"))
                .orElseThrow();
    }
}
