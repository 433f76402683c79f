-- What a reading found out beside its passages, for reports in all forms; and figures that pages
-- would else count each time. One row an attempt.
create table attempt_reading (
  attempt uuid not null,
  deposit uuid not null,
  mode varchar(16), -- null with the next two: read before these were kept
  reading varchar(16),
  encoding varchar(64),
  outside integer not null, -- how much was found outside of passages
  findings text, -- the first of it
  figures text, -- null until counted
  listed integer not null, -- the last passage that searches find
  open boolean not null, -- something is still to be counted or listed
  named boolean not null, -- holders' names are kept
  constraint attempt_reading_pk primary key (attempt)
);
create index attempt_reading_open on attempt_reading (open);
create index attempt_reading_deposit on attempt_reading (deposit);

-- Deposits that were read before are counted and listed like new ones.
insert into attempt_reading (attempt, deposit, outside, listed, open, named)
  select d.attempt, d.id, 0, 0, true, true from deposit d
  where d.attempt is not null
    and d.status in ('ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED', 'WITHDRAWN');
