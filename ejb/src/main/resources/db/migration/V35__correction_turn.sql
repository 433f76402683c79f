-- Who drops passages of a deposit once more does so alone, until then.
alter table deposit add column correcting_until timestamp with time zone;
