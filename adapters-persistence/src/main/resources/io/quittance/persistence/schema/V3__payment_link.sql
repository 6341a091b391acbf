-- Where payment links stand now; the rules at the head of the first script hold here, too.
--
-- offer_body holds what was asked, which names people; digest tells whether a later request asks for the same. opening is how
-- far the link has come upstream: asking_until and asking_unsure belong to a call that is on its way, or was cut off.
create table payment_link (
  link_id          varbinary(256) not null,
  merchant_id      bigint         not null,
  merchant_link_id varbinary(256) not null,
  amount           decimal(38, 8) not null,
  currency         varchar(3)     not null,
  country          varchar(2)     not null,
  notify_url       varchar(2048),
  digest           varbinary(64)  not null,
  offer_body       mediumblob     not null,
  offer_key        varchar(64)    not null,
  created_at       datetime(6)    not null,
  expires_at       datetime(6)    not null,
  opening          varchar(16)    not null,
  asking_until     datetime(6),
  asking_unsure    boolean        not null,
  upstream_id      varbinary(256),
  page_url         varchar(2048)  not null,
  qr_code_url      varchar(2048)  not null,
  state            varchar(16)    not null,
  paid_by          varbinary(256),
  journal_seq      int            not null default 0,
  journal_mac      varbinary(32),
  primary key (link_id),
  unique key uk_payment_link_request (merchant_id, merchant_link_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The attempts to pay a link. details_body says how it was paid, card data masked.
create table payment_link_transaction (
  link_id      varbinary(256) not null,
  out_trade_no varbinary(256) not null,
  status       varchar(16)    not null,
  completed_at datetime(6),
  details_body mediumblob,
  details_key  varchar(64),
  primary key (link_id, out_trade_no)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
