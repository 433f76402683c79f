-- Whom an organisation wants its receipts mailed to, and the digests of a day.
create table mail_recipient (
  id uuid not null,
  version bigint not null,
  organisation uuid not null,
  address varchar(254) not null,
  address_key varchar(254) not null, -- the address in small letters
  language varchar(35) not null,
  receipts varchar(40) not null,
  timing varchar(16) not null,
  added_at timestamp with time zone not null,
  constraint mail_recipient_pk primary key (id),
  constraint mail_recipient_once unique (organisation, address_key),
  constraint mail_recipient_organisation foreign key (organisation) references organisation (id)
);

-- Until now every receipt went to the organisation's one address.
insert into mail_recipient
  (id, version, organisation, address, address_key, language, receipts, timing, added_at)
  select id, 0, id, email, lower(email), language, 'RECEPTION,PROCESSING', 'EACH', created_at
  from organisation;

-- One mail to one recipient about all that was noted before a time. The constraint lets one of several servers make it.
create table digest (
  id uuid not null,
  recipient uuid not null,
  until timestamp with time zone not null,
  constraint digest_pk primary key (id),
  constraint digest_once unique (recipient, until)
);

create table digest_entry (
  id uuid not null,
  recipient uuid not null,
  organisation uuid not null,
  receipt uuid not null,
  occasion uuid not null, -- what it was given for: a deposit, or a duplicate of one
  kind varchar(16) not null,
  outcome varchar(16) not null,
  deposit_number bigint not null,
  file_name varchar(1024) not null,
  sender varchar(300) not null,
  dropped_at timestamp with time zone not null,
  trial boolean not null,
  accepted integer not null,
  rejected integer not null,
  noted_at timestamp with time zone not null,
  digest uuid, -- none: still to be told
  constraint digest_entry_pk primary key (id),
  constraint digest_entry_once unique (recipient, receipt, occasion),
  constraint digest_entry_digest foreign key (digest) references digest (id)
);
create index digest_entry_due on digest_entry (digest, noted_at);
create index digest_entry_of on digest_entry (recipient, digest);
