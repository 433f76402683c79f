-- What pupils are found near by, when files of certifications are checked; null where it isn't known.

alter table person add birth_year_key bigint; -- of name at birth and year
alter table person add birth_day_key bigint; -- of first name and day
create index person_birth_year_key on person (birth_year_key);
create index person_birth_day_key on person (birth_day_key);
