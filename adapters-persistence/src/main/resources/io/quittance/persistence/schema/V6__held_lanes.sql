-- The lanes that are held: a row is there as long as its lane is. Whoever works off a queue reads those of it every second.
create table if not exists lane (
  queue   varchar(16)  not null,
  lane    bigint       not null,
  held_at datetime(6)  not null,
  why     varchar(800) not null,
  person  varchar(64),
  primary key (queue, lane)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
