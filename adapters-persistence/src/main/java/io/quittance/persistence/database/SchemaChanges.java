package io.quittance.persistence.database;

import static io.quittance.persistence.database.SchemaChange.addColumn;
import static io.quittance.persistence.database.SchemaChange.addIndex;
import static io.quittance.persistence.database.SchemaChange.addUniqueIndex;
import static io.quittance.persistence.database.SchemaChange.dropIndex;
import static io.quittance.persistence.database.SchemaChange.run;

import java.util.List;
import org.flywaydb.core.api.migration.JavaMigration;

/** The changes since the baseline of tables that it made, and the tables that come with them; others come by scripts. */
final class SchemaChanges {
    /** Indexes by which old orders are found, and what contradicts one. */
    private static final SchemaChange OLD_ORDERS = SchemaChange.unsummed(
            "4",
            "old orders",
            List.of(
                    addIndex("capture", "ix_capture_month", "created_month, capture_no"),
                    addIndex("cancel", "ix_cancel_month", "created_month, cancel_no"),
                    addIndex("payment", "ix_payment_month", "created_month, payment_no"),
                    addIndex("payout", "ix_payout_month", "created_month, trade_no"),
                    addIndex("payment_link", "ix_payment_link_month", "created_month, link_id"),
                    addIndex("relay", "ix_relay_month", "created_month, relay_no"),
                    addIndex("foreign_news", "ix_foreign_news_month", "created_month, news_no"),
                    addIndex("discrepancy", "ix_discrepancy_object", "object_kind, object_id")));

    /**
     * The queues are read lane by lane. An entry without a due time is stopped, and says why: PARKED waits for a person,
     * BEHIND for an earlier message of its order, ASIDE could not be read or handled by the version that is named.
     */
    static final SchemaChange QUEUES_BY_LANE = new SchemaChange(
            "5",
            "queues by lane",
            List.of(
                    run("alter table errand modify column due_at datetime(6)"),
                    addColumn("errand", "faults", "int not null default 0"),
                    addColumn("errand", "stopped", "varchar(8)"),
                    addColumn("errand", "stopped_why", "varchar(800)"),
                    addColumn("errand", "stopped_by", "varchar(64)"),
                    addIndex("errand", "ix_errand_lane", "shard, lane, due_at, id"),
                    addIndex("errand", "ix_errand_stopped", "stopped"),
                    dropIndex("errand", "ix_errand_due"),
                    addColumn("delivery", "faults", "int not null default 0"),
                    addColumn("delivery", "stopped", "varchar(8)"),
                    addColumn("delivery", "stopped_why", "varchar(800)"),
                    addColumn("delivery", "stopped_by", "varchar(64)"),
                    run("update delivery set stopped = 'PARKED' where due_at is null and stopped is null"),
                    run("""
                        update delivery set due_at = null, stopped = 'BEHIND'
                        where id in (select id from (
                          select d.id from delivery d
                          join delivery e on e.object_kind = d.object_kind and e.object_id = d.object_id and e.owed < d.owed
                        ) later)\
                        """),
                    addIndex("delivery", "ix_delivery_lane", "shard, lane, due_at, id"),
                    addIndex("delivery", "ix_delivery_stopped", "stopped"),
                    dropIndex("delivery", "ix_delivery_due"),
                    addColumn("simulated_order", "faults", "int not null default 0"),
                    addColumn("simulated_order", "stopped", "varchar(8)"),
                    addColumn("simulated_order", "stopped_why", "varchar(800)"),
                    addColumn("simulated_order", "stopped_by", "varchar(64)"),
                    addIndex("simulated_order", "ix_simulated_order_lane", "shard, merchant_id, due_at, id"),
                    addIndex("simulated_order", "ix_simulated_order_stopped", "stopped"),
                    dropIndex("simulated_order", "ix_simulated_order_due")));

    /** What has not ended is found by its age; who counts what is overdue goes by the same index. */
    static final SchemaChange OPEN_ORDERS = new SchemaChange(
            "7",
            "open orders",
            List.of(
                    addIndex("capture", "ix_capture_open", "overdue_at, state, created_at, capture_no"),
                    dropIndex("capture", "ix_capture_overdue"),
                    addIndex("cancel", "ix_cancel_open", "overdue_at, state, created_at, cancel_no"),
                    dropIndex("cancel", "ix_cancel_overdue"),
                    addIndex("payout", "ix_payout_open", "overdue_at, state, created_at, trade_no"),
                    dropIndex("payout", "ix_payout_overdue")));

    /**
     * A person ends a discrepancy: CLOSED or ADOPTED, empty while it is open. Whoever adopts one must know which account told
     * it, and where it came to. Who looked behind the masks is kept beside it, as it may hang on no order.
     */
    static final SchemaChange ENDED_DISCREPANCIES = new SchemaChange(
            "8",
            "ended discrepancies",
            List.of(
                    addColumn("discrepancy", "account_id", "bigint"),
                    addColumn("discrepancy", "came_to", "varchar(64)"),
                    addColumn("discrepancy", "came_for", "varbinary(256)"),
                    addColumn("discrepancy", "ended", "varchar(8)"),
                    addColumn("discrepancy", "ended_at", "datetime(6)"),
                    addColumn("discrepancy", "ended_by", "varchar(128)"),
                    addColumn("discrepancy", "ended_why", "varchar(600)"),
                    addIndex("discrepancy", "ix_discrepancy_open", "ended, id"),
                    addIndex("discrepancy", "ix_discrepancy_of", "merchant_id, ended, id"),
                    dropIndex("discrepancy", "ix_discrepancy_merchant"),
                    run("""
                        create table if not exists discrepancy_look (
                          id             bigint       not null auto_increment,
                          discrepancy_id bigint       not null,
                          looked_at      datetime(6)  not null,
                          person         varchar(128) not null,
                          reason         varchar(600) not null,
                          primary key (id),
                          key ix_discrepancy_look (discrepancy_id, id)
                        ) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin\
                        """)));

    /** A lane with a rate is not held: so much of it is begun in a second. What knows no rate takes it for held. */
    static final SchemaChange SLOWED_LANES =
            new SchemaChange("10", "slowed lanes", List.of(addColumn("lane", "per_second", "int")));

    /**
     * A merchant that was removed stays, and its accounts, as orders hang on them; {@code retired} is 0 or its id, so that its app
     * id and its names upstream are free. Who changed what at a registration is kept.
     */
    static final SchemaChange REMOVED_MERCHANTS = new SchemaChange(
            "11",
            "removed merchants",
            List.of(
                    addColumn("merchant", "removed_at", "datetime(6)"),
                    addColumn("merchant", "retired", "bigint not null default 0"),
                    addUniqueIndex("merchant", "uk_merchant_called", "app_id, retired"),
                    dropIndex("merchant", "uk_merchant_app"),
                    addColumn("account", "retired", "bigint not null default 0"),
                    addUniqueIndex("account", "uk_account_called", "acquirer, names, retired"),
                    dropIndex("account", "uk_account_names"),
                    run("""
                        create table if not exists registration_change (
                          id          bigint        not null auto_increment,
                          merchant_id bigint        not null,
                          changed_at  datetime(6)   not null,
                          person      varchar(128)  not null,
                          reason      varchar(600)  not null,
                          field       varchar(64)   not null,
                          was         varchar(2048) not null,
                          became      varchar(2048) not null,
                          primary key (id),
                          key ix_registration_change (merchant_id, id)
                        ) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin\
                        """)));

    /**
     * Further places that a merchant is told at; topics are names with commas between them. What is owed to one has the negative of
     * its id for its lane, so an order's message may be owed to several.
     */
    static final SchemaChange SEVERAL_ENDPOINTS = new SchemaChange(
            "13",
            "several endpoints",
            List.of(
                    run("""
                        create table if not exists endpoint (
                          id             bigint        not null auto_increment,
                          merchant_id    bigint        not null,
                          name           varchar(32)   not null,
                          url            varchar(2048) not null,
                          payout_dialect varchar(16)   not null,
                          topics         varchar(256)  not null,
                          exclusive      boolean       not null,
                          removed_at     datetime(6),
                          retired        bigint        not null default 0,
                          primary key (id),
                          unique key uk_endpoint (merchant_id, name, retired),
                          constraint fk_endpoint_merchant foreign key (merchant_id) references merchant (id)
                        ) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin\
                        """),
                    addUniqueIndex("delivery", "uk_delivery_to", "object_kind, object_id, lane, owed"),
                    dropIndex("delivery", "uk_delivery")));

    /** An attempt to pay a link is found by its number alone, as whoever asks about it may know no other. */
    static final SchemaChange LINK_TRANSACTIONS = new SchemaChange(
            "14",
            "link transactions",
            List.of(addIndex("payment_link_transaction", "ix_payment_link_transaction_no", "out_trade_no")));

    /**
     * A key that was revoked counts by no clock. The claim is a digest of the modulus, so that of two who register one key at the
     * same moment the second is told; none of a key that is free again, or that was there before: several may have it then, and go on
     * working. When keys were last used is kept by their fingerprints alone, whosever they are.
     */
    static final SchemaChange CHANGING_KEYS = new SchemaChange(
            "15",
            "changing keys",
            List.of(
                    addColumn("merchant_key", "revoked", "boolean not null default false"),
                    addColumn("merchant_key", "claim", "varbinary(32)"),
                    addUniqueIndex("merchant_key", "uk_merchant_key_claim", "claim"),
                    run("""
                        create table if not exists key_use (
                          fingerprint varchar(64) not null,
                          used_at     datetime(6) not null,
                          primary key (fingerprint)
                        ) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin\
                        """)));

    /**
     * The pairs that the gateway signs with, once a person has changed anything at them. The secret is encrypted as bodies are; that of
     * the pair in the key file is not here.
     */
    static final SchemaChange GATEWAY_KEYS = new SchemaChange("16", "gateway keys", List.of(run("""
        create table if not exists gateway_key (
          id          bigint          not null auto_increment,
          fingerprint varchar(64)     not null,
          public_key  varbinary(2048) not null,
          secret_body mediumblob,
          secret_key  varchar(64),
          valid_from  datetime(6)     not null,
          valid_until datetime(6),
          revoked     boolean         not null,
          changed_at  datetime(6)     not null,
          changed_by  varchar(128)    not null,
          changed_why varchar(600)    not null,
          primary key (id),
          unique key uk_gateway_key (fingerprint)
        ) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin\
        """)));

    /**
     * On which hosts a merchant's requests may want to be told: names with commas between, or {@code *} for any, which those have
     * that are there already or that a version registers which knows of no hosts.
     */
    static final SchemaChange HOSTS_OF_MERCHANTS = new SchemaChange(
            "17", "hosts of merchants", List.of(addColumn("merchant", "hosts", "varchar(2048) not null default '*'")));

    /**
     * The names of the keys that bodies are encrypted with, how it stands with each, and how far the bodies of one that is retired have
     * been encrypted again; no key is ever here. Each instance says which it holds, and first the one that it encrypts with.
     */
    static final SchemaChange BODY_KEYS =
            new SchemaChange("18", "body keys", List.of(addColumn("instance", "body_keys", "varchar(256)"), run("""
                create table if not exists body_key (
                  id           bigint        not null auto_increment,
                  key_id       varchar(64)   not null,
                  state        varchar(16)   not null,
                  writes_since datetime(6),
                  changed_at   datetime(6)   not null,
                  changed_by   varchar(128)  not null,
                  changed_why  varchar(600)  not null,
                  place        varchar(2048) not null,
                  seen         bigint        not null,
                  done         bigint        not null,
                  missed       bigint        not null,
                  aside        bigint        not null,
                  aside_first  varchar(1200) not null,
                  primary key (id),
                  unique key uk_body_key (key_id)
                ) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin\
                """)));

    /**
     * The terms on which endpoints are met over TLS, encrypted as bodies are; an endpoint is numbered as its lane is. None for those
     * that are met as everybody is.
     */
    static final SchemaChange TERMS_OF_ENDPOINTS = new SchemaChange("19", "terms of endpoints", List.of(run("""
        create table if not exists endpoint_terms (
          endpoint    bigint      not null,
          merchant_id bigint      not null,
          version     int         not null,
          terms_body  mediumblob  not null,
          terms_key   varchar(64) not null,
          primary key (endpoint),
          constraint fk_endpoint_terms_merchant foreign key (merchant_id) references merchant (id)
        ) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin\
        """)));

    /** Links by the time that they were made at, as their numbers, unlike those of other orders, tell none. */
    static final SchemaChange LINKS_BY_TIME = new SchemaChange(
            "20",
            "links by time",
            List.of(addIndex("payment_link", "ix_payment_link_made", "created_month, created_at, link_id")));

    private SchemaChanges() {}

    static JavaMigration[] all() {
        return new JavaMigration[] {
            OLD_ORDERS,
            QUEUES_BY_LANE,
            OPEN_ORDERS,
            ENDED_DISCREPANCIES,
            SLOWED_LANES,
            REMOVED_MERCHANTS,
            SEVERAL_ENDPOINTS,
            LINK_TRANSACTIONS,
            CHANGING_KEYS,
            GATEWAY_KEYS,
            HOSTS_OF_MERCHANTS,
            BODY_KEYS,
            TERMS_OF_ENDPOINTS,
            LINKS_BY_TIME
        };
    }
}
