-- Which passage has which finding, so that a page counts causes and opens one of them.
create table passage_finding (
  attempt uuid not null,
  code varchar(32) not null,
  passage integer not null,
  severity varchar(16) not null, -- CERTIFICATION for what is wrong with the header above it
  constraint passage_finding_pk primary key (attempt, code, passage)
);

-- Of deposits that were read before, what refused their passages.
insert into passage_finding (attempt, code, passage, severity)
  select attempt, cause, passage, 'PASSAGE' from passage_verdict where cause is not null;

create index deposit_certifier on deposit (certifier, received_at);
create index deposit_resumes on deposit (resumes);

-- All that was dropped, whatever became of it: deposits, duplicates, and what came in part.
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
    from upload u where u.state <> 'OPEN';
