-- What rows of a plan are filtered by, a thousand of them in one text: a filter among hundreds of
-- thousands of rows reads some hundred texts, on any database (BlockText says how they are written).
-- As places have no gaps, a block is known by its first. Blocks of one kind need not be those of
-- another.
create table roster_row_block (
  plan uuid not null,
  kind varchar(16) not null,
  first_place bigint not null,
  body varchar(1000000) not null,
  constraint roster_row_block_pk primary key (plan, kind, first_place)
);

-- Of the plans there are. Groups are beginnings of keys, so that H2 holds one of them at a time.
create table roster_block_term (
  plan uuid not null,
  kind varchar(16) not null,
  first_place bigint not null,
  term varchar(255) not null,
  place bigint not null,
  constraint roster_block_term_pk primary key (plan, kind, first_place, term, place)
);
insert into roster_block_term (plan, kind, first_place, term, place)
  select plan, 'PROFILE', place / 1000 * 1000, profile, place from roster_row_filter;
insert into roster_block_term (plan, kind, first_place, term, place)
  select plan, 'OPERATION', place / 1000 * 1000, operation, place from roster_row_filter;
insert into roster_block_term (plan, kind, first_place, term, place)
  select plan, 'NAME', place / 1000 * 1000, name_folded, place from roster_row_filter;
insert into roster_block_term (plan, kind, first_place, term, place)
  select plan, 'CODE', place / 1000 * 1000, code, place from roster_row_code;
-- Labels may be long, and a row may have many of them.
insert into roster_block_term (plan, kind, first_place, term, place)
  select plan, 'CLASS', place / 200 * 200, replace(replace(label, chr(9), ' '), chr(10), ' '), place
  from roster_row_class;

create table roster_block_line (
  plan uuid not null,
  kind varchar(16) not null,
  first_place bigint not null,
  term varchar(255) not null,
  places varchar(10000) not null,
  constraint roster_block_line_pk primary key (plan, kind, first_place, term)
);
insert into roster_block_line (plan, kind, first_place, term, places)
  select plan, kind, first_place, term,
    string_agg(cast(place - first_place as varchar(20)), ',' order by place)
  from roster_block_term where kind <> 'NAME'
  group by plan, kind, first_place, term;

insert into roster_row_block (plan, kind, first_place, body)
  select plan, kind, first_place,
    string_agg(chr(10) || term || chr(9) || places, '' order by term)
  from roster_block_line
  group by plan, kind, first_place;
insert into roster_row_block (plan, kind, first_place, body)
  select plan, kind, first_place, string_agg(term, chr(10) order by place)
  from roster_block_term where kind = 'NAME'
  group by plan, kind, first_place;

drop table roster_block_line;
drop table roster_block_term;
drop table roster_row_filter;
drop table roster_row_code;
drop table roster_row_class;
