-- Which pupil somebody said that the child of a parent's row is.
create table roster_child_choice (
  import uuid not null,
  file integer not null,
  line bigint not null,
  child bigint not null, -- digest of how the row names the child
  child_file integer, -- the pupil's row in the import
  child_line bigint,
  person uuid, -- or who is known; neither: the parent comes without this child
  constraint roster_child_choice_pk primary key (import, file, line, child),
  constraint roster_child_choice_import foreign key (import) references roster_import (id)
    on delete cascade,
  constraint roster_child_choice_person foreign key (person) references person (id)
    on delete cascade
);
create index roster_child_choice_person_of on roster_child_choice (person);
