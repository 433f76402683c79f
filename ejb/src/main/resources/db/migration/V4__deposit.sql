-- Files in, their state, and what became of each passage.
-- People are shown these numbers: no cache, so that a crash leaves no gap of dozens.
create sequence deposit_number_seq start with 1 increment by 1 cache 1;
create sequence deposit_line_seq start with 1 increment by 1 cache 1;
create sequence deposit_treatment_seq start with 1 increment by 1 cache 1;

create table deposit (
  id uuid not null,
  version bigint not null,
  number bigint not null,
  organisation uuid not null,
  sender varchar(8) not null,
  kind varchar(8) not null,
  channel varchar(16) not null,
  file_name varchar(1024) not null,
  file_size bigint not null,
  sha256 varchar(64),
  kept boolean not null,
  received_at timestamp with time zone not null,
  resumes uuid,
  status varchar(16) not null,
  dedup_key varchar(101),
  line bigint not null,
  treatment bigint,
  attempt uuid,
  starts integer not null,
  failures integer not null,
  next_try_at timestamp with time zone,
  decided_at timestamp with time zone,
  refusal varchar(32),
  id_flux varchar(50),
  action varchar(16),
  issuer varchar(32),
  certifier uuid,
  certifier_matricule varchar(32),
  contract varchar(64),
  accepted integer not null,
  rejected integer not null,
  constraint deposit_pk primary key (id),
  constraint deposit_number_once unique (number),
  constraint deposit_dedup unique (dedup_key),
  constraint deposit_treatment_once unique (treatment),
  constraint deposit_organisation foreign key (organisation) references organisation (id),
  constraint deposit_resumes foreign key (resumes) references deposit (id)
);
create index deposit_line on deposit (status, organisation, kind, line);
create index deposit_digest on deposit (organisation, sha256);

create table deposit_history (
  id uuid not null,
  deposit uuid not null,
  status varchar(16) not null,
  reached_at timestamp with time zone not null,
  actor varchar(64) not null,
  constraint deposit_history_pk primary key (id),
  constraint deposit_history_deposit foreign key (deposit) references deposit (id)
);
create index deposit_history_deposit on deposit_history (deposit);

-- Who works on an organisation's line. One holder at a time, until its lease is over.
create table deposit_lane (
  organisation uuid not null,
  kind varchar(8) not null,
  holder varchar(120),
  lease_until timestamp with time zone,
  constraint deposit_lane_pk primary key (organisation, kind)
);

-- One row a passage and attempt; only the attempt that its deposit names counts.
create table passage_verdict (
  attempt uuid not null,
  passage integer not null,
  deposit uuid not null,
  certification integer not null,
  id_technique varchar(255),
  last_name varchar(60),
  first_name varchar(60),
  birth_date date,
  valid_from date,
  outcome varchar(8) not null,
  cause varchar(32),
  line integer not null,
  byte_offset bigint not null,
  byte_length bigint not null,
  findings text,
  withdrawn_by uuid,
  constraint passage_verdict_pk primary key (attempt, passage)
);
create index passage_verdict_deposit on passage_verdict (deposit);

create table attempt_certification (
  attempt uuid not null,
  certification integer not null,
  deposit uuid not null,
  type varchar(255),
  code varchar(100),
  cause varchar(32), -- the code of what is wrong with it
  fault text,
  constraint attempt_certification_pk primary key (attempt, certification)
);
create index attempt_certification_deposit on attempt_certification (deposit);

-- What stands accepted: the key by which an issuer names a passage is taken once.
create table accepted_key (
  issuer varchar(8) not null,
  id_technique varchar(255) not null,
  deposit uuid not null,
  attempt uuid not null,
  passage integer not null,
  certifier uuid not null,
  contract varchar(20) not null,
  constraint accepted_key_pk primary key (issuer, id_technique),
  constraint accepted_key_deposit foreign key (deposit) references deposit (id)
);
create index accepted_key_deposit on accepted_key (deposit);

-- A drop of bytes that stand already: answered, never processed.
create table duplicate_drop (
  id uuid not null,
  version bigint not null,
  number bigint not null,
  first_deposit uuid not null,
  organisation uuid not null,
  channel varchar(16) not null,
  file_name varchar(1024) not null,
  received_at timestamp with time zone not null,
  received_answered boolean not null,
  processing_answered boolean not null,
  constraint duplicate_drop_pk primary key (id),
  constraint duplicate_drop_number_once unique (number),
  constraint duplicate_drop_first foreign key (first_deposit) references deposit (id)
);
create index duplicate_drop_open on duplicate_drop (processing_answered, received_answered);

-- A file that hasn't come whole, or waits for its last name. Its bytes are in the incoming folder.
create table upload (
  id uuid not null,
  version bigint not null,
  organisation uuid not null,
  sender varchar(8) not null,
  kind varchar(8) not null,
  channel varchar(16) not null,
  name varchar(1024) not null,
  state varchar(16) not null,
  boot varchar(80) not null,
  started_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint upload_pk primary key (id),
  constraint upload_name_once unique (organisation, kind, name)
);
create index upload_state on upload (state, changed_at);
