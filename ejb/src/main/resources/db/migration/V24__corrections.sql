-- Which deposit a file mends: told when it is dropped, or known by what the file calls itself.
alter table deposit add column corrects uuid;
alter table deposit add constraint deposit_corrects foreign key (corrects) references deposit (id);
create index deposit_corrects on deposit (corrects);
create index deposit_id_flux on deposit (organisation, id_flux);
alter table upload add column corrects uuid;

-- What somebody has changed in a rejected passage, and hasn't dropped yet.
create table draft_passage (
  deposit uuid not null,
  passage integer not null,
  version bigint not null,
  changes text not null, -- values by field, as JSON
  left_out boolean not null,
  declared_anew boolean not null, -- it was accepted, and is taken back
  faults integer not null, -- what would still refuse it
  edited_by varchar(64) not null,
  editor varchar(200) not null,
  edited_at timestamp with time zone not null,
  constraint draft_passage_pk primary key (deposit, passage)
);
create index draft_passage_edited on draft_passage (edited_at);
