-- Who shares the work of this database. Each renews its row while it runs; who was not seen for as long as a lease holds
-- is taken out by the others, and what it owned in the table shard is free. The column shard.expires_at is no longer used.
create table if not exists instance (
  id         varbinary(256) not null,
  address    varchar(512)   not null,
  version    varchar(64)    not null,
  started_at datetime(6)    not null,
  seen_at    datetime(6)    not null,
  leaving    boolean        not null,
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
