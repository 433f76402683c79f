-- People whom organisations know, and the imports that bring them.

create table school_class (
  id uuid not null,
  organisation uuid not null,
  label varchar(255) not null,
  created_at timestamp with time zone not null,
  constraint school_class_pk primary key (id),
  constraint school_class_once unique (organisation, label),
  constraint school_class_organisation foreign key (organisation) references organisation (id)
);

create table person (
  id uuid not null,
  version bigint not null,
  organisation uuid not null,
  profile varchar(16) not null,
  imported boolean not null, -- an import brought them, so that imports may change them and let them go
  login varchar(130) not null,
  account uuid, -- once they have activated it
  external_id varchar(255),
  ine varchar(20),
  last_name varchar(100) not null,
  usage_name varchar(100),
  first_name varchar(100) not null,
  birth_date date,
  sex varchar(1),
  email varchar(254),
  details varchar(100000), -- all else that a file may say of somebody, by field
  name_folded varchar(250) not null, -- last name, first name, for search and order
  classes_shown varchar(1000) not null, -- labels, for lists
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_by_import uuid, -- the last change was this import's; null: somebody's in a page
  left_at timestamp with time zone, -- pre-deleted since
  last_day date, -- of somebody who is pre-deleted: then erased
  constraint person_pk primary key (id),
  constraint person_login_once unique (login),
  constraint person_organisation foreign key (organisation) references organisation (id),
  constraint person_account foreign key (account) references account (id) on delete set null
);
create index person_of_organisation on person (organisation, profile, name_folded, id);
create index person_names on person (organisation, name_folded, id);
create index person_account_of on person (account);
create index person_last_day on person (last_day);
create index person_import on person (changed_by_import);

-- What people are looked up by when files are matched: digests of ids, names and addresses.
create table person_key (
  organisation uuid not null,
  digest bigint not null,
  person uuid not null,
  constraint person_key_pk primary key (organisation, digest, person),
  constraint person_key_person foreign key (person) references person (id) on delete cascade
);
create index person_key_of on person_key (person);

create table person_class (
  person uuid not null,
  school_class uuid not null,
  constraint person_class_pk primary key (person, school_class),
  constraint person_class_person foreign key (person) references person (id) on delete cascade,
  constraint person_class_class foreign key (school_class) references school_class (id)
    on delete cascade
);
create index person_class_of on person_class (school_class);

create table person_child (
  parent uuid not null,
  child uuid not null,
  constraint person_child_pk primary key (parent, child),
  constraint person_child_parent foreign key (parent) references person (id) on delete cascade,
  constraint person_child_child foreign key (child) references person (id) on delete cascade
);
create index person_child_of on person_child (child);

-- A code on somebody's slip, kept as a keyed hash.
create table slip_code (
  person uuid not null,
  look_up varchar(64) not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint slip_code_pk primary key (person),
  constraint slip_code_person foreign key (person) references person (id) on delete cascade
);

create table roster_import (
  id uuid not null,
  version bigint not null,
  organisation uuid not null,
  state varchar(16) not null,
  source varchar(16) not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  pre_delete boolean not null,
  year_change boolean not null,
  class_choices varchar(1000000), -- what classes of the files are called, where somebody chose
  choices bigint not null, -- counts what somebody said: a plan of fewer is an old one
  planned_choices bigint, -- what the plan knows of
  plan uuid, -- the rows that count
  planned_at timestamp with time zone, -- when the plan began to look at people
  summary varchar(1000000), -- of the plan
  lease_holder varchar(150),
  lease_until timestamp with time zone,
  work_since timestamp with time zone,
  work_done bigint not null,
  work_expected bigint not null, -- 0 while nobody knows
  failure varchar(100), -- incident of the last piece of work that failed
  ended_at timestamp with time zone, -- applied, or given up
  ended_by uuid,
  undone_at timestamp with time zone,
  undone_by uuid,
  undo_reversed bigint, -- people whom the undoing gave back what they had
  undo_kept bigint, -- people who were changed since, and stayed
  files_gone_at timestamp with time zone,
  constraint roster_import_pk primary key (id),
  constraint roster_import_organisation foreign key (organisation) references organisation (id),
  constraint roster_import_created_by foreign key (created_by) references account (id)
    on delete set null,
  constraint roster_import_ended_by foreign key (ended_by) references account (id)
    on delete set null,
  constraint roster_import_undone_by foreign key (undone_by) references account (id)
    on delete set null
);
create index roster_import_of on roster_import (organisation, created_at);
create index roster_import_state on roster_import (state);

create table roster_import_step (
  id uuid not null,
  import uuid not null,
  state varchar(16) not null,
  at timestamp with time zone not null,
  caller varchar(100) not null,
  constraint roster_import_step_pk primary key (id),
  constraint roster_import_step_import foreign key (import) references roster_import (id)
    on delete cascade
);
create index roster_import_step_of on roster_import_step (import);

create table roster_file (
  id uuid not null,
  version bigint not null,
  import uuid not null,
  place integer not null,
  profile varchar(16) not null,
  name varchar(255) not null,
  size bigint not null,
  sha256 varchar(64) not null,
  charset varchar(40),
  separator varchar(1),
  header_line bigint,
  columns varchar(1000000), -- fields that somebody chose, by column
  constraint roster_file_pk primary key (id),
  constraint roster_file_import foreign key (import) references roster_import (id)
    on delete cascade
);

create index roster_file_of on roster_file (import);

-- The plan of an import, row by row; after it was applied, its report.
create table roster_row (
  plan uuid not null,
  place bigint not null,
  import uuid not null,
  file integer not null,
  line bigint not null,
  profile varchar(16) not null,
  operation varchar(16) not null,
  person uuid,
  last_name varchar(100) not null,
  first_name varchar(100) not null,
  birth_date varchar(10) not null,
  login varchar(130) not null,
  external_id varchar(255) not null,
  classes varchar(1000) not null,
  name_folded varchar(250) not null,
  worst varchar(8) not null, -- the gravest finding: ROW, WARNING, NOTE; else empty
  body varchar(1000000) not null, -- all of it
  constraint roster_row_pk primary key (plan, place),
  constraint roster_row_import foreign key (import) references roster_import (id)
    on delete cascade
);
create index roster_row_import_of on roster_row (import);
create index roster_row_operation on roster_row (plan, operation, place);
create index roster_row_line on roster_row (plan, file, line);
create index roster_row_person on roster_row (person);
create index roster_row_login on roster_row (login);

create table roster_row_code (
  plan uuid not null,
  code varchar(40) not null,
  place bigint not null,
  constraint roster_row_code_pk primary key (plan, code, place)
);

create table roster_row_class (
  plan uuid not null,
  label varchar(255) not null,
  place bigint not null,
  constraint roster_row_class_pk primary key (plan, label, place)
);

-- What somebody said about a row of a file.
create table roster_choice (
  import uuid not null,
  file integer not null,
  line bigint not null,
  kind varchar(16), -- null: only cells were edited
  person uuid,
  edits varchar(1000000), -- by column
  constraint roster_choice_pk primary key (import, file, line),
  constraint roster_choice_import foreign key (import) references roster_import (id)
    on delete cascade
);

-- What somebody said columns mean, for the files to come.
create table roster_header (
  organisation uuid not null,
  profile varchar(16) not null,
  header varchar(255) not null,
  field varchar(24) not null,
  constraint roster_header_pk primary key (organisation, profile, header),
  constraint roster_header_organisation foreign key (organisation) references organisation (id)
);

-- What an import changed, so that it can be undone.
create table roster_change (
  import uuid not null,
  place bigint not null,
  kind varchar(16) not null,
  subject uuid not null, -- the person, or the class
  before varchar(1000000), -- as it was; null for what the import made
  constraint roster_change_pk primary key (import, place)
);
create index roster_change_subject on roster_change (subject);
