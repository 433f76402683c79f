-- Mails to be sent: the row is the queue.

create table notice (
  id uuid not null,
  version bigint not null,
  dedup_key varchar(200) not null,
  recipient varchar(254) not null,
  language varchar(35) not null,
  template varchar(100) not null,
  arguments text not null, -- a JSON object of strings
  status varchar(16) not null,
  posted_at timestamp with time zone not null,
  attempts integer not null,
  next_try_at timestamp with time zone not null,
  lease_holder varchar(120), -- node and run of the server that is sending it
  lease_until timestamp with time zone, -- until then another server may be sending it
  last_failure varchar(300),
  sent_at timestamp with time zone,
  given_up_at timestamp with time zone,
  constraint notice_pk primary key (id),
  constraint notice_once unique (dedup_key)
);
create index notice_due on notice (status, next_try_at);

create table notice_attachment (
  notice uuid not null,
  position integer not null,
  name varchar(255) not null,
  media_type varchar(100) not null,
  sha256 varchar(64) not null,
  constraint notice_attachment_pk primary key (notice, position),
  constraint notice_attachment_notice foreign key (notice) references notice (id)
);
