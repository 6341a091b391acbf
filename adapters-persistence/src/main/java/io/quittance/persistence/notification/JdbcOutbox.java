package io.quittance.persistence.notification;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Delivery;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.notification.Recipient;
import io.quittance.application.notification.Signed;
import io.quittance.application.shard.Owed;
import io.quittance.application.shard.Shard;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Due;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import io.quittance.persistence.journal.JournalHeads;
import io.quittance.persistence.journal.JournalRow;
import io.quittance.persistence.shard.QueueTable;
import io.quittance.persistence.shard.QueueTable.Layout;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queue of deliveries in the table {@code delivery}; one that waits for something else has no due time. */
public final class JdbcOutbox implements NotificationOutbox {
    private static final Columns<Message> OWED = Columns.of(
            Columns.of("shard", owed -> Shard.of(owed.about).number()),
            Columns.of("lane", owed -> owed.to.endpoint().value()),
            Columns.of("due_at", message -> Due.at(message.dueAt())),
            Columns.of("stopped", Message::stopped),
            Columns.of("object_kind", owed -> owed.about.kind()),
            Columns.of("object_id", owed -> identifier(owed.about.id())),
            Columns.of("owed", Message::sequence),
            Columns.of("merchant_id", owed -> owed.to.merchant().value()),
            Columns.of("dialect", owed -> owed.to.dialect()),
            Columns.of("notify_url", owed -> owed.to.notifyUrl().map(URI::toString)),
            Columns.of("attempt", owed -> 0));

    /** The month tells in which part of the journal the bytes are, where it has parts. */
    private static final String APPEND =
            "insert into delivery (" + OWED.listed() + ", object_month) values (" + OWED.marks() + ", %s)";

    private static final Layout<Delivery> LAYOUT = new Layout<>(
            "delivery",
            "deliveries",
            "lane",
            "id, lane, due_at, object_kind, object_id, owed, merchant_id, dialect, notify_url, attempt, signature,"
                    + " signature_key",
            DeliveryRow::read);

    private static final String PARKED = "PARKED";
    private static final String BEHIND = "BEHIND";

    private static final String FIRST = """
        select id, lane, stopped, due_at from delivery where object_kind = ? and object_id = ? and lane = ?
        order by owed limit 1
        """;

    private static final String ALL_ABOUT = """
        select id, lane, stopped, due_at from delivery where object_kind = ? and object_id = ? order by lane, owed
        """;

    private static final String ARM = """
        update delivery set due_at = ?, stopped = null, stopped_why = null, stopped_by = null, attempt = 0, faults = 0
        """;

    private static final String DUE = ARM + "where id = ?";

    private static final String ALL_PARKED =
            "select id from delivery where stopped = ? and lane = ? order by id limit ?";

    /** By their numbers, as an update that changes the index that it goes by may see a row twice. */
    private static final String PARKED_DUE = ARM + "where stopped = ? and id in (%s)";

    private static final String BODY = """
        select j.body, j.body_key
        from delivery d
        join journal j on j.object_kind = d.object_kind and j.object_id = d.object_id and j.seq = d.owed
          and j.object_month = d.object_month
        where d.id = ?
        """;

    private static final String DONE = "delete from delivery where id = ?";

    private static final String RETRY = """
        update delivery set due_at = ?, attempt = ?, signature = ?, signature_key = ?, faults = 0 where id = ?
        """;

    private static final String PARK = """
        update delivery set due_at = null, stopped = ?, attempt = ?, signature = ?, signature_key = ? where id = ?
        """;

    private final Sql sql;
    private final BodyCipher cipher;
    private final JournalHeads heads;
    private final QueueTable<Delivery> queue;

    /**
     * A message as it is owed first.
     *
     * @param sequence of the journal row with its bytes
     * @param dueAt empty where an earlier message of its order to that endpoint goes first, as {@code stopped} says
     */
    private record Message(ObjectRef about, int sequence, Recipient to, Optional<Instant> dueAt) {
        Optional<String> stopped() {
            return dueAt.isPresent() ? Optional.empty() : Optional.of(BEHIND);
        }
    }

    /** The first message of an order that is owed to an endpoint. */
    private record First(long id, long lane, Optional<String> stopped, Optional<Instant> dueAt) {
        static First read(Cells cells) throws SQLException {
            return new First(
                    cells.whole("id"), cells.whole("lane"), cells.maybeText("stopped"), cells.maybeDue("due_at"));
        }

        boolean isDue(Instant now) {
            return stopped.isEmpty() && dueAt.filter(due -> !due.isAfter(now)).isPresent();
        }
    }

    /** @param version of this program: what it cannot read, another may */
    public JdbcOutbox(Sql sql, BodyCipher cipher, JournalHeads heads, String version) {
        this.sql = sql;
        this.cipher = cipher;
        this.heads = heads;
        this.queue = new QueueTable<>(sql, LAYOUT, version);
    }

    @Override
    public void append(ObjectRef about, int owed, Recipient recipient, Instant dueAt) {
        Optional<First> earlier = first(about, recipient.endpoint());
        earlier.filter(first -> first.stopped().filter(PARKED::equals).isPresent())
                .ifPresent(parked -> sql.change("arm a parked delivery", DUE, new Due(dueAt), parked.id()));
        Optional<Instant> due = earlier.isPresent() ? Optional.empty() : Optional.of(dueAt);
        sql.change(
                "owe a message",
                APPEND.formatted(heads.of(about).monthOf()),
                OWED.bound(new Message(about, owed, recipient, due), (Object) identifier(about.id())));
    }

    /** Whoever adds or takes out a message holds the lock of its order, by its row or by its journal. */
    private Optional<First> first(ObjectRef about, EndpointId endpoint) {
        return sql.first(
                "look for an earlier delivery",
                FIRST,
                First::read,
                about.kind(),
                identifier(about.id()),
                endpoint.value());
    }

    private List<First> firstOfEach(ObjectRef about) {
        Map<Long, First> firsts = new LinkedHashMap<>();
        sql.list("look for what is owed", ALL_ABOUT, First::read, about.kind(), identifier(about.id()))
                .forEach(one -> firsts.putIfAbsent(one.lane(), one));
        return List.copyOf(firsts.values());
    }

    @Override
    public Owed<Delivery> owed() {
        return queue;
    }

    @Override
    public Bytes body(Delivery delivery) {
        Sealed sealed = sql.first("read the body of a delivery", BODY, JournalRow::sealed, delivery.id())
                .flatMap(body -> body)
                .orElseThrow(() -> new IllegalStateException(
                        "journal entry " + delivery.owed() + " of " + delivery.about() + " is owed and has no body"));
        return Bytes.of(cipher.open(JournalRow.place(delivery.about(), delivery.owed()), sealed));
    }

    @Override
    public boolean done(Delivery delivery, Instant now) {
        sql.change("take a delivery out", DONE, delivery.id());
        Optional<First> next = first(delivery.about(), delivery.endpoint());
        next.ifPresent(waiting -> sql.change("let the next delivery go", DUE, new Due(now), waiting.id()));
        return next.isPresent();
    }

    @Override
    public void retry(Delivery delivery, int attempt, Instant dueAt, Signed signed) {
        sql.change(
                "keep when a delivery is tried again",
                RETRY,
                new Due(dueAt),
                attempt,
                signed.sign(),
                signed.keyId(),
                delivery.id());
    }

    @Override
    public void park(Delivery delivery, int attempt, Signed signed) {
        sql.change("park a delivery", PARK, PARKED, attempt, signed.sign(), signed.keyId(), delivery.id());
    }

    @Override
    public Armed arm(ObjectRef about, Optional<EndpointId> only, Instant now) {
        List<First> owed = only.map(one -> first(about, one).stream().toList()).orElseGet(() -> firstOfEach(about));
        if (owed.isEmpty()) {
            return Armed.NOTHING_OWED;
        }
        List<First> later = owed.stream().filter(one -> !one.isDue(now)).toList();
        later.forEach(one -> sql.change("arm a delivery", DUE, new Due(now), one.id()));
        return later.isEmpty() ? Armed.DUE_ALREADY : Armed.ARMED;
    }

    @Override
    public int armParked(EndpointId endpoint, Instant now, int limit) {
        List<Long> ids = sql.list(
                "find parked deliveries", ALL_PARKED, cells -> cells.whole("id"), PARKED, endpoint.value(), limit);
        if (ids.isEmpty()) {
            return 0;
        }
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        List<Object> values = new ArrayList<>(List.of(new Due(now), PARKED));
        values.addAll(ids);
        sql.change("arm parked deliveries", PARKED_DUE.formatted(marks), values.toArray());
        return ids.size();
    }

    @Override
    public long parked() {
        return queue.stopped(PARKED);
    }
}
