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

-- Files of people come through the spool too; they are no deposits, not even in part.
drop view deposit_entry;
create view deposit_entry (
  id, nature, number, organisation, sender, certifier, kind, channel, file_name, file_size,
  standing, id_flux, accepted, rejected, attempt, received_at, page_of
) as
  select d.id, 'DEPOSIT', d.number, d.organisation, d.sender, d.certifier, d.kind, d.channel,
      d.file_name, d.file_size, d.status, d.id_flux, d.accepted, d.rejected, d.attempt,
      d.received_at, d.number
    from deposit d
  union all
  select x.id, 'DUPLICATE', x.number, x.organisation, f.sender, f.certifier, f.kind, x.channel,
      x.file_name, f.file_size, 'DUPLICATE', f.id_flux, 0, 0, f.attempt, x.received_at, f.number
    from duplicate_drop x join deposit f on f.id = x.first_deposit
  union all
  select u.id, 'UPLOAD', cast(0 as bigint), u.organisation, u.sender, cast(null as uuid), u.kind,
      u.channel, u.name, cast(0 as bigint), 'INCOMPLETE', cast(null as varchar(50)), 0, 0,
      cast(null as uuid), u.changed_at, cast(0 as bigint)
    from upload u where u.state <> 'OPEN' and u.kind in ('REAL', 'TRIAL');
