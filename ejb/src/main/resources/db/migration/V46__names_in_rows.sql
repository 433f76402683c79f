-- Whom a row of a plan names beside its own person: the children of a parent, and people whom it
-- may be about. Whoever is erased is erased from these rows too.
create table roster_row_named (
  plan uuid not null,
  place bigint not null,
  person uuid not null,
  constraint roster_row_named_pk primary key (plan, place, person)
);
create index roster_row_named_person on roster_row_named (person);
insert into roster_row_named (plan, place, person)
  select distinct r.plan, r.place, c.child from roster_row r join person_child c on c.parent = r.person;
