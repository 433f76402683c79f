-- After how many days without a drop a certifier is told that a depositor fell silent; none: never.
alter table organisation add column silence_days integer;

-- When an organisation was last reminded of deadlines: once a day at most.
create table deadline_reminder (
  organisation uuid not null,
  sent_on date not null, -- in the deployment's zone
  constraint deadline_reminder_pk primary key (organisation)
);

-- Silences that were told of, each once.
create table silence_alarm (
  certifier uuid not null,
  depositor uuid not null,
  since timestamp with time zone not null, -- the last drop, or when it was let drop
  told_at timestamp with time zone not null,
  constraint silence_alarm_pk primary key (certifier, depositor, since)
);
