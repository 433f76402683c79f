-- What an import writes by hundreds of thousands is checked by the import, not once more row by row:
-- whoever erases people, classes or plans erases what hangs on them (People, LeavingPeople, Classes,
-- Plans). Links to somebody who is gone aren't seen: whatever reads them joins people.

alter table roster_row drop constraint roster_row_import;
alter table person drop constraint person_organisation; -- organisations stay
alter table person_key drop constraint person_key_person;
alter table person_class drop constraint person_class_person;
alter table person_class drop constraint person_class_class;
alter table person_child drop constraint person_child_parent;
alter table person_child drop constraint person_child_child;

-- Logins that plans reserve, written once a plan is complete; most rows of plans reserve none.
create table roster_login (
  login varchar(130) not null,
  plan uuid not null,
  constraint roster_login_pk primary key (login, plan)
);
insert into roster_login (login, plan)
  select r.login, r.plan from roster_row r join roster_import i on i.plan = r.plan
  where r.operation = 'CREATE' and i.state in ('PLANNED', 'APPLYING');
drop index roster_row_login;

drop index roster_row_import_of;
create index roster_row_import_of on roster_row (import, plan);
