-- One script for MySQL 8.4+, MariaDB 10.6+ and H2 in its MySQL mode.
--
-- Identifiers from outside are VARBINARY, the bytes of their UTF-8 form: 64 characters take at most 256 bytes. Of the
-- text types each database has another idea of which are equal; bytes are the same everywhere, so a, A, 'a ' and ä differ.
-- Numbers that PayerMax compares without regard to case have the key that they are compared by beside them (order_key).
-- Times are DATETIME(6) in UTC. Texts for people have twice their characters, as H2 counts a rare one as two.
-- Columns that end in _body are encrypted; the one beside it that ends in _key names the key.
-- Every statement can be run again: MySQL and MariaDB commit each by itself, and a first start that was cut off in the
-- middle is taken up again by the next one.

create table if not exists merchant (
  id             bigint         not null auto_increment,
  app_id         varbinary(256) not null,
  merchant_no    varbinary(128) not null,
  enabled        boolean        not null,
  notify_url     varchar(2048)  not null,
  payout_dialect varchar(16)    not null,
  primary key (id),
  unique key uk_merchant_app (app_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table if not exists merchant_key (
  id          bigint          not null auto_increment,
  merchant_id bigint          not null,
  fingerprint varchar(64)     not null,
  public_key  varbinary(2048) not null,
  valid_from  datetime(6)     not null,
  valid_until datetime(6),
  primary key (id),
  unique key uk_merchant_key (merchant_id, fingerprint),
  constraint fk_merchant_key_merchant foreign key (merchant_id) references merchant (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What merchants have with acquirers. names is a digest of all handles, as no two accounts of an acquirer have the same;
-- without handles there is none. version grows with each change of the settings, which only the acquirer's adapter reads.
create table if not exists account (
  id            bigint      not null auto_increment,
  merchant_id   bigint      not null,
  acquirer      varchar(32) not null,
  names         varbinary(64),
  version       int         not null,
  settings_body mediumblob  not null,
  settings_key  varchar(64) not null,
  primary key (id),
  unique key uk_account_names (acquirer, names),
  constraint fk_account_merchant foreign key (merchant_id) references merchant (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- By what an acquirer's messages name an account.
create table if not exists account_handle (
  id         bigint         not null auto_increment,
  account_id bigint         not null,
  kind       varchar(32)    not null,
  handle     varbinary(256) not null,
  primary key (id),
  unique key uk_account_handle (account_id, kind),
  key ix_account_handle (handle, kind),
  constraint fk_account_handle_account foreign key (account_id) references account (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Which account a merchant's new orders take; an empty text stands for any.
create table if not exists account_route (
  id          bigint      not null auto_increment,
  merchant_id bigint      not null,
  service     varchar(16) not null,
  currency    varchar(3)  not null,
  country     varchar(2)  not null,
  account_id  bigint      not null,
  primary key (id),
  unique key uk_account_route (merchant_id, service, currency, country),
  constraint fk_account_route_account foreign key (account_id) references account (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Where captures stand now. The sequence number and the MAC of the newest journal row stand here, under this row's lock; and
-- the month in which the order was created, in UTC, as 202603. It never changes, even where created_at does.
-- What was settled and the fee are empty until a file or a notification tells them.
create table if not exists capture (
  capture_no       varbinary(256) not null,
  merchant_id      bigint         not null,
  account_id       bigint         not null,
  request_id       varbinary(256) not null,
  out_trade_no     varbinary(256) not null,
  order_key        varbinary(256) not null,
  amount           decimal(38, 8) not null,
  currency         varchar(3)     not null,
  is_final         boolean        not null,
  created_at       datetime(6)    not null,
  created_month    int            not null,
  upstream_no      varbinary(256),
  state            varchar(16)    not null,
  ended_at         datetime(6),
  settled_amount   decimal(38, 8),
  settled_currency varchar(3),
  fee_amount       decimal(38, 8),
  fee_currency     varchar(3),
  failure_code     varchar(128),
  failure_message  varchar(512),
  overdue_at       datetime(6),
  journal_seq      int            not null default 0,
  journal_mac      varbinary(32),
  primary key (capture_no),
  unique key uk_capture_request (merchant_id, request_id),
  unique key uk_capture_upstream (upstream_no, account_id),
  -- All captures of an order are summed, under the order's lock, whenever one begins or ends.
  key ix_capture_order (merchant_id, order_key),
  key ix_capture_overdue (overdue_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- One row is an order that was captured, cancelled or authorized. It is the lock under which that begins and ends; the
-- columns behind its key are null until upstream has told of an authorization.
create table if not exists order_hold (
  merchant_id   bigint         not null,
  order_key     varbinary(256) not null,
  out_trade_no  varbinary(256) not null,
  account_id    bigint,
  trade_token   varbinary(256),
  amount        decimal(38, 8),
  currency      varchar(3),
  authorized_at datetime(6),
  hold          varchar(16),
  primary key (merchant_id, order_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table if not exists cancel (
  cancel_no       varbinary(256) not null,
  merchant_id     bigint         not null,
  account_id      bigint         not null,
  request_id      varbinary(256) not null,
  out_trade_no    varbinary(256) not null,
  order_key       varbinary(256) not null,
  created_at      datetime(6)    not null,
  created_month   int            not null,
  upstream_no     varbinary(256),
  state           varchar(16)    not null,
  ended_at        datetime(6),
  failure_code    varchar(128),
  failure_message varchar(512),
  overdue_at      datetime(6),
  journal_seq     int            not null default 0,
  journal_mac     varbinary(32),
  primary key (cancel_no),
  unique key uk_cancel_request (merchant_id, request_id),
  unique key uk_cancel_upstream (upstream_no, account_id),
  key ix_cancel_order (merchant_id, order_key),
  key ix_cancel_overdue (overdue_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Payments, sales and authorizations, as upstream told of them, the fee too where it did.
create table if not exists payment (
  payment_no       varbinary(256) not null,
  merchant_id      bigint         not null,
  account_id       bigint         not null,
  out_trade_no     varbinary(256) not null,
  order_key        varbinary(256) not null,
  amount           decimal(38, 8) not null,
  currency         varchar(3)     not null,
  capture_mode     varchar(16)    not null,
  created_at       datetime(6)    not null,
  created_month    int            not null,
  trade_token      varbinary(256),
  state            varchar(16)    not null,
  ended_at         datetime(6),
  settled_amount   decimal(38, 8),
  settled_currency varchar(3),
  fee_amount       decimal(38, 8),
  fee_currency     varchar(3),
  failure_code     varchar(128),
  failure_message  varchar(512),
  overdue_at       datetime(6),
  journal_seq      int            not null default 0,
  journal_mac      varbinary(32),
  primary key (payment_no),
  unique key uk_payment_order (merchant_id, order_key),
  -- Not unique: it names a payer's visit to the cashier, and PayerMax's own examples show one with two orders.
  key ix_payment_upstream (trade_token, account_id),
  key ix_payment_overdue (overdue_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Requests that were passed on to upstream without being understood; what was said stands in the journal.
create table if not exists relay (
  relay_no      varbinary(256) not null,
  merchant_id   bigint         not null,
  account_id    bigint         not null,
  api           varchar(64)    not null,
  notify_url    varchar(2048),
  asked_at      datetime(6)    not null,
  created_month int            not null,
  journal_seq   int            not null default 0,
  journal_mac   varbinary(32),
  primary key (relay_no)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What upstream told of that is passed on without being understood, one row for each thing that it told of.
create table if not exists foreign_news (
  news_no       varbinary(256) not null,
  merchant_id   bigint         not null,
  account_id    bigint         not null,
  notify_type   varbinary(256) not null,
  subject       varbinary(512) not null,
  heard_at      datetime(6)    not null,
  created_month int            not null,
  journal_seq   int            not null default 0,
  journal_mac   varbinary(32),
  primary key (news_no),
  unique key uk_foreign_news_topic (merchant_id, notify_type, subject)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- For which API the bytes of the requests of the last minutes count: a signature does not cover the address.
create table if not exists spent_request (
  digest   varbinary(32)  not null,
  spent_on varbinary(128) not null,
  until_at datetime(6)    not null,
  primary key (digest),
  key ix_spent_request_until (until_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Where payouts stand now.
--
-- retired is 0 for the one that is current under its number; one that upstream turned away gets the number of its own
-- attempt there, so that the unique key lets the next one in. The amounts of the trade stand in amount and currency.
-- A rate has up to 18 decimals. particulars_body holds what is personal, and the code that is worth money.
create table if not exists payout (
  trade_no             varbinary(256)  not null,
  merchant_id          bigint          not null,
  account_id           bigint          not null,
  out_trade_no         varbinary(252)  not null,
  order_key            varbinary(252)  not null,
  retired              int             not null default 0,
  attempt              int             not null,
  amount               decimal(38, 8)  not null,
  currency             varchar(3)      not null,
  notify_url           varchar(2048),
  created_at           datetime(6)     not null,
  created_month        int             not null,
  upstream_no          varbinary(256),
  state                varchar(16)     not null,
  sub_status           varchar(128),
  heard_at             datetime(6),
  turned_away          boolean         not null,
  paid_at              datetime(6),
  ended_at             datetime(6),
  failure_code         varchar(128),
  failure_message      varchar(512),
  trade_amount         decimal(38, 8),
  trade_currency       varchar(3),
  trade_rate           decimal(38, 18),
  trade_fee            decimal(38, 8),
  trade_fee_currency   varchar(3),
  trade_tax            decimal(38, 8),
  trade_tax_currency   varchar(3),
  source_amount        decimal(38, 8),
  source_currency      varchar(3),
  source_rate          decimal(38, 18),
  source_fee           decimal(38, 8),
  source_fee_currency  varchar(3),
  source_tax           decimal(38, 8),
  source_tax_currency  varchar(3),
  arrived_amount       decimal(38, 8),
  arrived_currency     varchar(3),
  arrived_rate         decimal(38, 18),
  arrived_fee          decimal(38, 8),
  arrived_fee_currency varchar(3),
  arrived_tax          decimal(38, 8),
  arrived_tax_currency varchar(3),
  particulars_body     blob            not null,
  particulars_key      varchar(64)     not null,
  overdue_at           datetime(6),
  journal_seq          int             not null default 0,
  journal_mac          varbinary(32),
  primary key (trade_no),
  unique key uk_payout_order (merchant_id, order_key, retired),
  unique key uk_payout_upstream (upstream_no, account_id),
  -- Legacy messages name no merchant.
  key ix_payout_number (order_key, retired),
  key ix_payout_overdue (overdue_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Where payment links stand now.
--
-- offer_body holds what was asked, which names people; digest tells whether a later request asks for the same. opening
-- is how far the link has come upstream: asking_until and asking_unsure belong to a call that is on its way, or was cut off.
create table if not exists payment_link (
  link_id          varbinary(256) not null,
  merchant_id      bigint         not null,
  account_id       bigint         not null,
  merchant_link_id varbinary(256) not null,
  amount           decimal(38, 8) not null,
  currency         varchar(3)     not null,
  country          varchar(2)     not null,
  notify_url       varchar(2048),
  digest           varbinary(64)  not null,
  offer_body       mediumblob     not null,
  offer_key        varchar(64)    not null,
  created_at       datetime(6)    not null,
  created_month    int            not null,
  expires_at       datetime(6)    not null,
  opening          varchar(16)    not null,
  asking_until     datetime(6),
  asking_unsure    boolean        not null,
  upstream_id      varbinary(256),
  page_url         varchar(2048)  not null,
  qr_code_url      varchar(2048)  not null,
  state            varchar(16)    not null,
  paid_by          varbinary(256),
  overdue_at       datetime(6),
  journal_seq      int            not null default 0,
  journal_mac      varbinary(32),
  primary key (link_id),
  unique key uk_payment_link_request (merchant_id, merchant_link_id),
  unique key uk_payment_link_upstream (upstream_id, account_id),
  key ix_payment_link_overdue (overdue_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The attempts to pay a link. details_body says how it was paid, card data masked.
create table if not exists payment_link_transaction (
  link_id      varbinary(256) not null,
  out_trade_no varbinary(256) not null,
  status       varchar(16)    not null,
  completed_at datetime(6),
  details_body mediumblob,
  details_key  varchar(64),
  primary key (link_id, out_trade_no)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The story of each order, append only but for the count of repeats. object_kind and object_id name the order; who is the
-- person who caused it, where one did.
create table if not exists journal (
  object_kind  varchar(16)    not null,
  object_id    varbinary(256) not null,
  object_month int            not null,
  seq          int            not null,
  kind         varchar(16)    not null,
  happened_at  datetime(6)    not null,
  note         varchar(800)   not null,
  body         mediumblob,
  body_key     varchar(64),
  key_id       varchar(64),
  fingerprint  varbinary(64),
  status       int,
  took_ms      bigint,
  who          varchar(128),
  repeats      int            not null default 0,
  mac          varbinary(32),
  primary key (object_kind, object_id, seq, object_month),
  unique key uk_journal_fingerprint (object_kind, object_id, fingerprint, object_month)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table if not exists discrepancy (
  id          bigint        not null auto_increment,
  merchant_id bigint        not null,
  object_kind varchar(16),
  object_id   varbinary(256),
  fingerprint varbinary(64) not null,
  key_id      varchar(64)   not null,
  body        mediumblob    not null,
  body_key    varchar(64)   not null,
  why         varchar(800)  not null,
  happened_at datetime(6)   not null,
  repeats     int           not null default 0,
  primary key (id),
  -- In this order, or MySQL reads a merchant's rows by it and sorts them.
  unique key uk_discrepancy (fingerprint, merchant_id),
  key ix_discrepancy_merchant (merchant_id, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The queues hold only what is still owed; the index behind the shard is the order in which its owner reads. lane is whom
-- it is owed to, so that one who cannot take it costs the others nothing: an account upstream or an endpoint, today both
-- the merchant's id. Its index comes with those who read by it: beside the other one, MySQL would take it and sort, and
-- to add an index copies no table.

create table if not exists errand (
  id          bigint         not null auto_increment,
  shard       smallint       not null,
  lane        bigint         not null,
  due_at      datetime(6)    not null,
  object_kind varchar(16)    not null,
  object_id   varbinary(256) not null,
  merchant_id bigint         not null,
  account_id  bigint         not null,
  step        varchar(16)    not null,
  attempt     int            not null,
  sending     boolean        not null,
  unsure      boolean        not null,
  primary key (id),
  unique key uk_errand (object_kind, object_id),
  key ix_errand_due (shard, due_at, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- owed is the sequence number of the journal row with the bytes; without due_at it is parked and waits for a person;
-- notify_url is the request's own, without it the merchant's counts; the signature is kept once a first attempt has failed.
create table if not exists delivery (
  id            bigint         not null auto_increment,
  shard         smallint       not null,
  lane          bigint         not null,
  due_at        datetime(6),
  object_kind   varchar(16)    not null,
  object_id     varbinary(256) not null,
  object_month  int            not null,
  owed          int            not null,
  merchant_id   bigint         not null,
  dialect       varchar(16)    not null,
  notify_url    varchar(2048),
  attempt       int            not null,
  signature     varchar(2048),
  signature_key varchar(64),
  primary key (id),
  unique key uk_delivery (object_kind, object_id, owed),
  key ix_delivery_due (shard, due_at, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Who may work off which share of the queues; the epoch grows at each change of owner.
create table if not exists shard (
  shard      smallint    not null,
  owner      varbinary(256),
  epoch      bigint      not null,
  expires_at datetime(6),
  primary key (shard)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

insert ignore into shard (shard, epoch) values
  (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0),
  (8, 0), (9, 0), (10, 0), (11, 0), (12, 0), (13, 0), (14, 0), (15, 0),
  (16, 0), (17, 0), (18, 0), (19, 0), (20, 0), (21, 0), (22, 0), (23, 0),
  (24, 0), (25, 0), (26, 0), (27, 0), (28, 0), (29, 0), (30, 0), (31, 0),
  (32, 0), (33, 0), (34, 0), (35, 0), (36, 0), (37, 0), (38, 0), (39, 0),
  (40, 0), (41, 0), (42, 0), (43, 0), (44, 0), (45, 0), (46, 0), (47, 0),
  (48, 0), (49, 0), (50, 0), (51, 0), (52, 0), (53, 0), (54, 0), (55, 0),
  (56, 0), (57, 0), (58, 0), (59, 0), (60, 0), (61, 0), (62, 0), (63, 0);

-- The built-in far end's memory.
create table if not exists simulated_order (
  id              bigint         not null auto_increment,
  order_no        varbinary(256) not null,
  shard           smallint       not null,
  merchant_id     bigint         not null,
  account_id      bigint         not null,
  operation       varchar(32)    not null,
  request_id      varbinary(256) not null,
  asked_body      mediumblob     not null,
  asked_key       varchar(64)    not null,
  created_at      datetime(6)    not null,
  verdict         varchar(16)    not null,
  failure_code    varchar(128),
  failure_message varchar(512),
  settled_at      datetime(6)    not null,
  due_at          datetime(6),
  told            int            not null,
  attempts        int            not null,
  primary key (id),
  unique key uk_simulated_order (merchant_id, operation, request_id),
  key ix_simulated_order_due (shard, due_at, id),
  -- What it took in a time, for the batch query.
  key ix_simulated_order_taken (merchant_id, operation, created_at, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Which keys this database was made with: an instance that holds others must not start.
create table if not exists instance_key (
  name        varchar(32) not null,
  fingerprint varchar(64) not null,
  since       datetime(6) not null,
  primary key (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
