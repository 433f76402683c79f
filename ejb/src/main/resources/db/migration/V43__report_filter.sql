-- What rows of a plan are filtered by, apart from the rows: whoever seeks a name among hundreds of
-- thousands reads a few bytes of each, not all that it says. What the rows said twice goes.
create table roster_row_filter (
  plan uuid not null,
  place bigint not null,
  profile varchar(16) not null,
  operation varchar(16) not null,
  name_folded varchar(250) not null,
  constraint roster_row_filter_pk primary key (plan, place)
);
insert into roster_row_filter (plan, place, profile, operation, name_folded)
  select plan, place, profile, operation, name_folded from roster_row;

alter table roster_row drop column last_name;
alter table roster_row drop column first_name;
alter table roster_row drop column birth_date;
alter table roster_row drop column external_id;
alter table roster_row drop column classes;
alter table roster_row drop column name_folded;
alter table roster_row drop column worst;
