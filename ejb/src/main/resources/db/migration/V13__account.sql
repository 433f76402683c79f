-- People: how they sign in, what they belong to, what they may do.

create table account (
  id uuid not null,
  version bigint not null,
  login varchar(120) not null,
  email varchar(254) not null,
  email_folded varchar(254) not null,
  given_name varchar(100) not null,
  family_name varchar(100) not null,
  name_folded varchar(250) not null, -- family name, given name, for search and order
  language varchar(35) not null,
  state varchar(16) not null,
  deleted_from varchar(16), -- what a restored one becomes
  personal boolean not null, -- registered by itself, without any right
  epoch bigint not null, -- sessions of an earlier one are over
  created_at timestamp with time zone not null,
  activated_at timestamp with time zone,
  last_sign_in_at timestamp with time zone,
  renewed_at timestamp with time zone,
  expires_on timestamp with time zone,
  reminded_at timestamp with time zone,
  deleted_at timestamp with time zone,
  constraint account_pk primary key (id),
  constraint account_login_once unique (login)
);
create index account_email on account (email_folded);

create table account_step (
  id uuid not null,
  account uuid not null,
  state varchar(16) not null,
  at timestamp with time zone not null,
  caller varchar(100) not null,
  constraint account_step_pk primary key (id),
  constraint account_step_account foreign key (account) references account (id) on delete cascade
);
create index account_step_of on account_step (account);

create table credential (
  account uuid not null,
  version bigint not null,
  password_hash varchar(200),
  password_changed_at timestamp with time zone,
  totp_secret varchar(200), -- closed under a key of the secret file
  totp_enrolled_at timestamp with time zone,
  totp_last_step bigint not null, -- the last time step that was used: none is used twice
  constraint credential_pk primary key (account),
  constraint credential_account foreign key (account) references account (id) on delete cascade
);

create table recovery_code (
  id uuid not null,
  version bigint not null,
  account uuid not null,
  hash varchar(64) not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint recovery_code_pk primary key (id),
  constraint recovery_code_account foreign key (account) references account (id) on delete cascade
);
create index recovery_code_of on recovery_code (account);

create table account_session (
  id uuid not null,
  account uuid not null,
  token_hash varchar(64) not null,
  epoch bigint not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  address varchar(64) not null,
  agent varchar(100) not null,
  ended_at timestamp with time zone,
  constraint account_session_pk primary key (id),
  constraint account_session_token_once unique (token_hash),
  constraint account_session_account foreign key (account) references account (id)
    on delete cascade
);
create index account_session_of on account_session (account);

-- Between the password and the second factor; gone once used or over.
create table sign_in_step (
  id uuid not null,
  version bigint not null,
  account uuid not null,
  token_hash varchar(64) not null,
  kind varchar(16) not null,
  secret varchar(200), -- of an enrolment, closed
  wrong_codes integer not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_step_pk primary key (id),
  constraint sign_in_step_token_once unique (token_hash),
  constraint sign_in_step_account foreign key (account) references account (id) on delete cascade
);
create index sign_in_step_of on sign_in_step (account);

create table known_device (
  id uuid not null,
  account uuid not null,
  token_hash varchar(64) not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  constraint known_device_pk primary key (id),
  constraint known_device_token_once unique (token_hash, account),
  constraint known_device_account foreign key (account) references account (id) on delete cascade
);
create index known_device_of on known_device (account);

create table mail_token (
  id uuid not null,
  version bigint not null,
  account uuid not null,
  purpose varchar(30) not null,
  token_hash varchar(64) not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  payload varchar(4000), -- what the person confirms, closed under a key of the secret file
  constraint mail_token_pk primary key (id),
  constraint mail_token_once unique (token_hash),
  constraint mail_token_account foreign key (account) references account (id) on delete cascade
);
create index mail_token_of on mail_token (account);

create table membership (
  id uuid not null,
  version bigint not null,
  account uuid not null,
  organisation uuid not null,
  profiles varchar(1000) not null, -- codes of the catalogue, with commas around each
  administrator boolean not null, -- whether one of them is of the administrator's kind
  granted_at timestamp with time zone not null,
  constraint membership_pk primary key (id),
  constraint membership_once unique (account, organisation),
  constraint membership_account foreign key (account) references account (id) on delete cascade,
  constraint membership_organisation foreign key (organisation) references organisation (id)
);
create index membership_of_organisation on membership (organisation);

create table role_grant (
  id uuid not null,
  version bigint not null,
  account uuid not null,
  service_group varchar(60) not null,
  roles varchar(1000) not null,
  granted_at timestamp with time zone not null,
  constraint role_grant_pk primary key (id),
  constraint role_grant_once unique (account, service_group),
  constraint role_grant_account foreign key (account) references account (id) on delete cascade
);

-- Where an organisation differs from what the catalogue says of a service.
create table service_connection (
  id uuid not null,
  version bigint not null,
  organisation uuid not null,
  service varchar(60) not null,
  connected boolean not null,
  changed_at timestamp with time zone not null,
  constraint service_connection_pk primary key (id),
  constraint service_connection_once unique (organisation, service),
  constraint service_connection_organisation foreign key (organisation)
    references organisation (id)
);
