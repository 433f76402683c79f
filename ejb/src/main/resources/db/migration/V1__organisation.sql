-- Organisations, what they may sign in with, and who may deposit for whom.

create table organisation (
  id uuid not null,
  version bigint not null,
  matricule varchar(8), -- none for an establishment that deposits nothing
  name varchar(255) not null,
  legal_name varchar(255),
  seat varchar(1000),
  siret varchar(14),
  uai varchar(8),
  ide varchar(15),
  language varchar(35) not null,
  email varchar(254) not null,
  checking_mode varchar(16) not null,
  state varchar(16) not null,
  created_at timestamp with time zone not null,
  constraint organisation_pk primary key (id),
  constraint organisation_matricule_once unique (matricule)
);

-- Each state that an organisation was put in, the first one included.
create table organisation_step (
  id uuid not null,
  organisation uuid not null,
  state varchar(16) not null,
  at timestamp with time zone not null,
  caller varchar(100) not null,
  constraint organisation_step_pk primary key (id),
  constraint organisation_step_organisation foreign key (organisation) references organisation (id)
);
create index organisation_step_of on organisation_step (organisation);

create table contract (
  id uuid not null,
  organisation uuid not null,
  number varchar(20) not null,
  valid_from date,
  valid_until date, -- inclusive
  created_at timestamp with time zone not null,
  constraint contract_pk primary key (id),
  constraint contract_number_once unique (number),
  constraint contract_organisation foreign key (organisation) references organisation (id)
);
create index contract_of on contract (organisation);

create table sftp_key (
  id uuid not null,
  version bigint not null,
  organisation uuid not null,
  name varchar(100) not null,
  algorithm varchar(40) not null,
  fingerprint varchar(60) not null, -- SHA256:… as ssh-keygen -l prints it
  wire_form varchar(4000) not null, -- RFC 4253, 6.6, in base64
  scopes varchar(100) not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  stopped_at timestamp with time zone,
  last_used_at timestamp with time zone,
  last_used_from varchar(64),
  constraint sftp_key_pk primary key (id),
  constraint sftp_key_name_once unique (organisation, name),
  constraint sftp_key_once_per_organisation unique (organisation, fingerprint),
  constraint sftp_key_organisation foreign key (organisation) references organisation (id)
);

create table mandate (
  id uuid not null,
  version bigint not null,
  certifier uuid not null,
  depositor uuid not null,
  valid_from date not null,
  valid_until date, -- inclusive
  granted_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint mandate_pk primary key (id),
  constraint mandate_certifier foreign key (certifier) references organisation (id),
  constraint mandate_depositor foreign key (depositor) references organisation (id)
);
create index mandate_between on mandate (certifier, depositor);
create index mandate_of_depositor on mandate (depositor);
