-- Who did what. Rows come in unsealed, so that many may write at once; one sealer at a time gives
-- them their position in the chain and a hash over the one before.

create table personal_key (
  person uuid not null,
  version bigint not null,
  wrapped varchar(200), -- none: destroyed, and with it all that was closed under it
  created_at timestamp with time zone not null,
  destroyed_at timestamp with time zone,
  constraint personal_key_pk primary key (person)
);

create table audit_entry (
  id uuid not null,
  at timestamp with time zone not null,
  actor_kind varchar(16) not null,
  actor uuid,
  actor_label varchar(100) not null,
  channel varchar(16) not null,
  origin_key uuid, -- whose key closes the origin; none: it is open
  origin varchar(1000) not null,
  action varchar(60) not null,
  organisation uuid,
  subject_type varchar(30) not null,
  subject varchar(100) not null,
  details_key uuid,
  details varchar(100000) not null,
  position bigint,
  hash varchar(64),
  constraint audit_entry_pk primary key (id),
  constraint audit_position_once unique (position)
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_subject on audit_entry (subject);
create index audit_entry_actor on audit_entry (actor);
create index audit_entry_organisation on audit_entry (organisation);

create table audit_head (
  name varchar(16) not null,
  position bigint not null,
  hash varchar(64) not null,
  sealed_at timestamp with time zone,
  constraint audit_head_pk primary key (name)
);
