-- Ways in which somebody looks at a table, under a name: the address says the rest.
create table saved_view (
  id uuid not null,
  account uuid not null,
  page varchar(20) not null,
  name varchar(60) not null,
  query varchar(1000) not null,
  created_at timestamp with time zone not null,
  constraint saved_view_pk primary key (id),
  constraint saved_view_once unique (account, page, name),
  constraint saved_view_account foreign key (account) references account (id) on delete cascade
);
