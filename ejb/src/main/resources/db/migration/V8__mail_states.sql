-- What became of each mail: refused and bounced ones, threads, and how far the inbox was read.
alter table notice add column organisation uuid; -- whom it is for; none where it is for nobody's organisation
alter table notice add column thread uuid; -- what it is about: mails about the same hang together
alter table notice add column table_rows text; -- a JSON array of objects of strings
alter table notice add column waiting_since timestamp with time zone; -- when it was sent again by hand
alter table notice add column failure varchar(32);
alter table notice add column answer varchar(20); -- of the mail server: 550 5.1.1
alter table notice add column refused_at timestamp with time zone;
alter table notice add column bounced_at timestamp with time zone;
create index notice_thread on notice (thread, recipient);
create index notice_posted on notice (posted_at);

create table inbox_position (
  inbox varchar(300) not null, -- user@host/folder
  validity bigint not null, -- UIDVALIDITY: when it changes, all are new
  last_uid bigint not null,
  constraint inbox_position_pk primary key (inbox)
);
