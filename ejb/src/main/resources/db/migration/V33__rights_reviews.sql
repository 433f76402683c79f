-- Reviews of who still has rights, one after the other for each organisation and service group.
create table rights_review (
  id uuid not null,
  version bigint not null,
  organisation uuid, -- either an organisation
  service_group varchar(60), -- or a group of a service
  turn integer not null, -- the how manieth of its place
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  reminded_at timestamp with time zone, -- that it is overdue
  closed_at timestamp with time zone, -- everybody who was there was confirmed or is gone
  constraint rights_review_pk primary key (id),
  constraint rights_review_once_of_organisation unique (organisation, turn),
  constraint rights_review_once_of_group unique (service_group, turn),
  constraint rights_review_place check (
    (organisation is null and service_group is not null)
    or (organisation is not null and service_group is null)),
  constraint rights_review_organisation foreign key (organisation) references organisation (id)
);
create index rights_review_open on rights_review (closed_at, due_at);

-- Somebody said that a person still is to have what it has.
create table rights_confirmation (
  id uuid not null,
  review uuid not null,
  account uuid not null,
  confirmed_at timestamp with time zone not null,
  confirmed_by uuid, -- none: the account was erased since
  constraint rights_confirmation_pk primary key (id),
  constraint rights_confirmation_once unique (review, account),
  constraint rights_confirmation_review foreign key (review) references rights_review (id)
    on delete cascade,
  constraint rights_confirmation_account foreign key (account) references account (id)
    on delete cascade,
  constraint rights_confirmation_by foreign key (confirmed_by) references account (id)
    on delete set null
);
create index rights_confirmation_of on rights_confirmation (account);
create index rights_confirmation_by_of on rights_confirmation (confirmed_by);
