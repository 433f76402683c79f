-- Passages as people search them, written after the verdict: so no index slows a check down.
create table passage_entry (
  attempt uuid not null,
  passage integer not null,
  number bigint not null, -- of the deposit
  organisation uuid not null, -- that dropped
  certifier uuid,
  id_technique varchar(255),
  last_name varchar(60)${bytewise}, -- folded; null when it is to be forgotten, or isn't told
  first_name varchar(60)${bytewise},
  constraint passage_entry_pk primary key (attempt, passage)
);
create index passage_entry_name on passage_entry
  (organisation, last_name, first_name, number, passage);
create index passage_entry_id on passage_entry (id_technique, organisation, number, passage);

create index attempt_certification_code on attempt_certification (code);
