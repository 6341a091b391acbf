-- Written so that a commit of our own is on the disk, and so all that was committed before it. Each instance has one of a
-- few rows, by chance; that two share one costs them a moment.
create table if not exists flush_mark (
  slot  int    not null,
  marks bigint not null,
  primary key (slot)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
