-- Authorizations and cancels, payments that upstream tells of, requests that are passed on. The rules of V1 hold.

-- All captures of an order are counted, under the order's lock, whenever one begins or ends.
create index ix_capture_order on capture (merchant_id, out_trade_no);

-- One row is an order that was captured, cancelled or authorized. It is the lock under which that begins and ends; the
-- columns behind its key are null until upstream has told of an authorization.
create table order_hold (
  merchant_id   bigint         not null,
  out_trade_no  varbinary(256) not null,
  trade_token   varbinary(256),
  amount        decimal(38, 8),
  currency      varchar(3),
  authorized_at datetime(6),
  hold          varchar(16),
  primary key (merchant_id, out_trade_no)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table cancel (
  cancel_no       varbinary(256) not null,
  merchant_id     bigint         not null,
  request_id      varbinary(256) not null,
  out_trade_no    varbinary(256) not null,
  created_at      datetime(6)    not null,
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
  key ix_cancel_order (merchant_id, out_trade_no),
  key ix_cancel_overdue (overdue_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Payments, sales and authorizations, as upstream told of them.
create table payment (
  payment_no      varbinary(256) not null,
  merchant_id     bigint         not null,
  out_trade_no    varbinary(256) not null,
  amount          decimal(38, 8) not null,
  currency        varchar(3)     not null,
  capture_mode    varchar(16)    not null,
  created_at      datetime(6)    not null,
  trade_token     varbinary(256),
  state           varchar(16)    not null,
  ended_at        datetime(6),
  failure_code    varchar(128),
  failure_message varchar(512),
  journal_seq     int            not null default 0,
  journal_mac     varbinary(32),
  primary key (payment_no),
  unique key uk_payment_order (merchant_id, out_trade_no)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Requests that were passed on to upstream without being understood; what was said stands in the journal.
create table relay (
  relay_no    varbinary(256) not null,
  merchant_id bigint         not null,
  api         varchar(64)    not null,
  asked_at    datetime(6)    not null,
  journal_seq int            not null default 0,
  journal_mac varbinary(32),
  primary key (relay_no)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
