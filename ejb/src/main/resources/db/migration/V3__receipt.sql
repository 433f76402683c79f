-- What we answer, and where it lies ready. A receipt's bytes are in the file store.
create sequence receipt_number_seq start with 1 increment by 1 cache 1;

create table receipt (
  id uuid not null,
  subject uuid not null,
  deposit uuid not null,
  kind varchar(16) not null,
  number varchar(24) not null,
  sender uuid not null,
  ok boolean not null,
  trial boolean not null,
  code varchar(40),
  arguments text,
  file_name varchar(255) not null,
  sha256 varchar(64) not null,
  content_size bigint not null,
  issued_at timestamp with time zone not null,
  constraint receipt_pk primary key (id),
  constraint receipt_one_of_each unique (subject, kind),
  constraint receipt_number_once unique (number),
  constraint receipt_file_name_once unique (sender, file_name)
);
create index receipt_deposit on receipt (deposit);

create table outbox_entry (
  id uuid not null,
  receipt uuid not null,
  recipient uuid not null,
  folder varchar(8) not null,
  name varchar(255) not null,
  laid_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  constraint outbox_entry_pk primary key (id),
  constraint outbox_entry_receipt foreign key (receipt) references receipt (id),
  constraint outbox_entry_name_once unique (recipient, folder, name)
);
create index outbox_entry_receipt on outbox_entry (receipt);
