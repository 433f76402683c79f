-- What statistics are counted from: a row for each decided deposit, dry runs apart.
create table deposit_fact (
  deposit uuid not null,
  received_on date not null, -- in the deployment's zone
  received_at timestamp with time zone not null,
  organisation uuid not null,
  certifier uuid, -- none: the file names nobody who is known
  contract varchar(64),
  channel varchar(16) not null,
  action varchar(16) not null,
  refused boolean not null, -- as a whole
  accepted integer not null,
  rejected integer not null,
  late integer, -- accepted after the legal deadline; none: it was decided before this was counted
  constraint deposit_fact_pk primary key (deposit)
);
create index deposit_fact_day on deposit_fact (received_on);
create index deposit_fact_of on deposit_fact (organisation, received_on);
create index deposit_fact_for on deposit_fact (certifier, received_on);

-- In how many of its passages each thing was found that refuses them, with what it is asked by.
create table deposit_cause (
  deposit uuid not null,
  code varchar(32) not null,
  received_on date not null,
  organisation uuid not null,
  certifier uuid,
  passages integer not null,
  constraint deposit_cause_pk primary key (deposit, code)
);
-- They hold all that is asked for, so that no row is looked up.
create index deposit_cause_day on deposit_cause (received_on, code, passages);
create index deposit_cause_of on deposit_cause (organisation, received_on, code, passages);
create index deposit_cause_for
  on deposit_cause (certifier, received_on, organisation, code, passages);

-- Passages that were refused and aren't accepted yet, by the key that they are declared under.
create table passage_deadline (
  issuer varchar(8) not null,
  id_technique varchar(255) not null,
  organisation uuid not null,
  certifier uuid,
  deposit uuid not null, -- the latest that refused it
  passage integer not null,
  cause varchar(32), -- none: its file was refused as a whole
  valid_from date not null,
  deadline date not null, -- the last day
  noted_at timestamp with time zone not null,
  sender_told boolean not null, -- whether a mail told whoever dropped it that the deadline nears
  certifier_told boolean not null,
  constraint passage_deadline_pk primary key (issuer, id_technique)
);
create index passage_deadline_day on passage_deadline (deadline);
create index passage_deadline_of on passage_deadline (organisation, deadline);
create index passage_deadline_for on passage_deadline (certifier, deadline);

-- Deposits that were decided before.
insert into deposit_fact (deposit, received_on, received_at, organisation, certifier, contract, channel,
    action, refused, accepted, rejected, late)
  select id, cast(received_at as date), received_at, organisation, certifier, contract, channel,
    coalesce(action, 'CREATION'), refusal is not null, accepted, rejected, null
  from deposit
  where kind = 'REAL' and status in ('ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED', 'WITHDRAWN');
insert into deposit_cause (deposit, code, received_on, organisation, certifier, passages)
  select t.deposit, g.code, t.received_on, t.organisation, t.certifier, g.passages
  from (select d.id, f.code, cast(count(*) as integer) as passages
    from deposit d join passage_finding f on f.attempt = d.attempt
    where d.kind = 'REAL' and f.severity <> 'WARNING' group by d.id, f.code) g
  join deposit_fact t on t.deposit = g.id
  where t.action = 'CREATION';
