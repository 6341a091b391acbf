-- Where payouts stand now. By the rules at the head of V1__capture.sql.
--
-- retired is 0 for the one that is current under its number; one that upstream turned away gets the number of its own
-- attempt there, so that the unique key lets the next one in. The amounts of the trade stand in amount and currency.
-- A rate has up to 18 decimals. particulars_body holds what is personal, and the code that is worth money.

create table payout (
  trade_no             varbinary(256)  not null,
  merchant_id          bigint          not null,
  out_trade_no         varbinary(252)  not null,
  retired              int             not null default 0,
  attempt              int             not null,
  amount               decimal(38, 8)  not null,
  currency             varchar(3)      not null,
  notify_url           varchar(2048),
  created_at           datetime(6)     not null,
  upstream_no          varbinary(256),
  state                varchar(16)     not null,
  sub_status           varchar(128),
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
  unique key uk_payout_order (merchant_id, out_trade_no, retired),
  -- Legacy messages name no merchant.
  key ix_payout_number (out_trade_no, retired),
  key ix_payout_overdue (overdue_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What the simulator took in a time, for the batch query.
create index ix_simulated_order_taken on simulated_order (merchant_id, operation, created_at, id);
