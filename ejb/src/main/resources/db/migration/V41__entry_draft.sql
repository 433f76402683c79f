-- A passage that somebody types and goes on with later; forgotten once it is dropped.
create table entry_draft (
  id uuid not null,
  version bigint not null,
  organisation uuid not null,
  typed text not null, -- values by field, as JSON
  edited_by varchar(64) not null,
  editor varchar(200) not null,
  edited_at timestamp with time zone not null,
  constraint entry_draft_pk primary key (id),
  constraint entry_draft_organisation foreign key (organisation) references organisation (id)
);
create index entry_draft_of on entry_draft (organisation, edited_at);
create index entry_draft_edited on entry_draft (edited_at);
