-- Requests for assistance. Personal values are blanked once their time is over.

create sequence ticket_number start with 1001;

create table ticket (
  id uuid not null,
  version bigint not null,
  number bigint not null, -- what people are told; opens nothing
  kind varchar(16) not null,
  status varchar(16) not null,
  language varchar(35) not null,
  asker varchar(200) not null,
  email varchar(254) not null,
  phone varchar(40) not null,
  name varchar(255) not null,
  legal_name varchar(255) not null,
  seat varchar(500) not null,
  registration varchar(20) not null, -- SIRET or IDE
  matricule varchar(8) not null,
  wishes varchar(2000) not null, -- of contract, or certifiers that would mandate it
  found varchar(1000) not null, -- all of it that is searched, folded
  account uuid, -- of whoever had signed in to ask; outlives that account
  organisation uuid, -- whose administrators answer; the operator without
  made uuid, -- the organisation that accepting it made
  assignee uuid,
  assignee_name varchar(200),
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by varchar(200),
  erased_at timestamp with time zone,
  constraint ticket_pk primary key (id),
  constraint ticket_number_once unique (number),
  constraint ticket_organisation foreign key (organisation) references organisation (id),
  constraint ticket_made foreign key (made) references organisation (id)
);
create index ticket_waiting on ticket (status, changed_at);
create index ticket_of_account on ticket (account);

create table ticket_step (
  id uuid not null,
  ticket uuid not null,
  status varchar(16) not null,
  at timestamp with time zone not null,
  caller varchar(100) not null,
  constraint ticket_step_pk primary key (id),
  constraint ticket_step_ticket foreign key (ticket) references ticket (id)
);
create index ticket_step_of on ticket_step (ticket);

create table ticket_message (
  id uuid not null,
  ticket uuid not null,
  position integer not null,
  author varchar(16) not null,
  name varchar(200) not null,
  text varchar(8000) not null,
  at timestamp with time zone not null,
  constraint ticket_message_pk primary key (id),
  constraint ticket_message_once unique (ticket, position),
  constraint ticket_message_ticket foreign key (ticket) references ticket (id)
);

-- Each mail brings a link of its own, so that none has to be kept readable.
create table ticket_link (
  hash varchar(64) not null,
  ticket uuid not null,
  created_at timestamp with time zone not null,
  constraint ticket_link_pk primary key (hash),
  constraint ticket_link_ticket foreign key (ticket) references ticket (id)
);
create index ticket_link_of on ticket_link (ticket);
