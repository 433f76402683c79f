-- Codes that give their rights once to whoever redeems them in time. No usable code is in here.
create table invitation (
  id uuid not null,
  version bigint not null,
  batch uuid not null, -- made together
  look_up varchar(64) not null, -- keyed hash of the code: the key is in the secret file
  beginning varchar(8) not null, -- of the code, to tell one from the other
  sealed varchar(200), -- the code under AES-GCM; gone once it is used, deactivated or over
  organisation uuid, -- either an organisation
  service_group varchar(60), -- or a group of a service
  rights varchar(1000) not null, -- codes of the catalogue, with commas around each
  created_by uuid,
  created_at timestamp with time zone not null,
  last_day date not null,
  expires_at timestamp with time zone not null, -- the midnight after the last day
  holder_name varchar(201), -- whom it is meant for; gone together with the code
  holder_email varchar(254),
  mailed_at timestamp with time zone, -- an invitation went to the holder, who alone may redeem it
  reminded_at timestamp with time zone,
  used_at timestamp with time zone,
  used_by uuid,
  deactivated_at timestamp with time zone,
  deactivated_by uuid,
  constraint invitation_pk primary key (id),
  constraint invitation_look_up_once unique (look_up),
  constraint invitation_place check (
    (organisation is null and service_group is not null)
    or (organisation is not null and service_group is null)),
  constraint invitation_organisation foreign key (organisation) references organisation (id),
  constraint invitation_created_by foreign key (created_by) references account (id)
    on delete set null,
  constraint invitation_used_by foreign key (used_by) references account (id) on delete set null,
  constraint invitation_deactivated_by foreign key (deactivated_by) references account (id)
    on delete set null
);
create index invitation_of_organisation on invitation (organisation, created_at);
create index invitation_of_group on invitation (service_group, created_at);
create index invitation_batch on invitation (batch);
create index invitation_ending on invitation (expires_at);
create index invitation_created_by_of on invitation (created_by);
create index invitation_used_by_of on invitation (used_by);
