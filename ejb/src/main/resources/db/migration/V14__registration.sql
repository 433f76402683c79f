-- Codes that make an organisation's first administrator, once.

create table registration_code (
  id uuid not null,
  version bigint not null,
  organisation uuid not null,
  hash varchar(64) not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  used_by uuid,
  constraint registration_code_pk primary key (id),
  constraint registration_code_once unique (hash),
  constraint registration_code_organisation foreign key (organisation)
    references organisation (id)
);
create index registration_code_of on registration_code (organisation);
