-- Signing in by an OpenID Connect provider.

-- Whom the provider knows, and whose account that is. Found by these two alone, never by an address.
create table linked_identity (
  id uuid not null,
  version bigint not null,
  account uuid not null,
  issuer varchar(255) not null,
  subject varchar(255) not null,
  label varchar(254) not null, -- by which its owner recognises it; nobody is found by it
  linked_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint linked_identity_pk primary key (id),
  constraint linked_identity_once unique (issuer, subject),
  constraint linked_identity_account foreign key (account) references account (id)
    on delete cascade
);
create index linked_identity_of on linked_identity (account);

-- Somebody came back from the provider, with proof of who it is.
create table provider_visit (
  id uuid not null,
  version bigint not null,
  kind varchar(16) not null,
  state_hash varchar(64) not null, -- one way there, one visit: a second return with it is refused
  offer_hash varchar(64), -- of the token with which its person may link it
  issuer varchar(255) not null,
  subject varchar(255) not null,
  label varchar(254) not null,
  second_factor boolean not null,
  id_token varchar(16000), -- closed; the provider wants it back when the person signs out
  session uuid, -- what it led to
  created_at timestamp with time zone not null,
  constraint provider_visit_pk primary key (id),
  constraint provider_visit_once unique (state_hash),
  constraint provider_visit_offer_once unique (offer_hash),
  constraint provider_visit_session foreign key (session) references account_session (id)
    on delete cascade
);
create index provider_visit_of on provider_visit (session);
create index provider_visit_since on provider_visit (created_at);

-- The visit that a sign-in began with, when it didn't begin with a password alone.
alter table sign_in_step add column visit uuid;
alter table sign_in_step add constraint sign_in_step_visit
  foreign key (visit) references provider_visit (id) on delete cascade;
create index sign_in_step_by on sign_in_step (visit);
