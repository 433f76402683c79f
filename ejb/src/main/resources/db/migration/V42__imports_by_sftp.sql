-- Files of people that come by SFTP: which import they are joined into, and what their sender is told.

alter table organisation add column imports_applied boolean default false not null;

-- One row for each import that came by SFTP.
create table roster_drop (
  import uuid not null,
  version bigint not null,
  organisation uuid not null,
  collecting uuid, -- the organisation, while files are joined: one import at a time
  joined_until timestamp with time zone not null,
  unattended boolean not null, -- nobody has changed it in the portal
  due varchar(16), -- the report that is still to be written
  incident varchar(100),
  constraint roster_drop_pk primary key (import),
  constraint roster_drop_import foreign key (import) references roster_import (id)
    on delete cascade,
  constraint roster_drop_collecting_once unique (collecting)
);
create index roster_drop_due on roster_drop (due);

-- Reports as files of a folder; their bytes lie under the folder of data.
create table roster_report (
  id uuid not null,
  version bigint not null,
  organisation uuid not null,
  name varchar(120) not null,
  size bigint not null,
  made_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  constraint roster_report_pk primary key (id),
  constraint roster_report_organisation foreign key (organisation) references organisation (id),
  constraint roster_report_name_once unique (organisation, name)
);
create index roster_report_made on roster_report (made_at);
