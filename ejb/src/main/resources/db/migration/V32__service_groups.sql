-- Groups of services that operators made, beside those of the catalogue's file.
create table service_group (
  code varchar(40) not null, -- stands in role_grant; for ever
  version bigint not null,
  service varchar(60) not null, -- code of the catalogue
  name_fr varchar(200) not null,
  name_en varchar(200) not null,
  roles varchar(1000) not null, -- codes of the service's roles that it offers, with commas around each
  made_at timestamp with time zone not null,
  retired_at timestamp with time zone, -- allows nothing since
  constraint service_group_pk primary key (code)
);

-- Who is in a group.
create index role_grant_of_group on role_grant (service_group);
