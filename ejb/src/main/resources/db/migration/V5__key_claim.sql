-- Keys are claimed while a file is read, and count once its verdict stands.
-- No foreign key and no index but the key itself: a large file writes hundreds of thousands of
-- them, and each index costs a third more. Deposits that claimed keys are never deleted.
alter table accepted_key drop constraint accepted_key_deposit;
drop index accepted_key_deposit;
alter table accepted_key drop column certifier; -- the deposit knows both
alter table accepted_key drop column contract;
alter table accepted_key rename to key_claim;
alter table key_claim rename constraint accepted_key_pk to key_claim_pk;

-- What stands accepted: claims of the attempts that count.
create view accepted_key as
  select k.issuer, k.id_technique, k.deposit, k.attempt, k.passage, d.certifier, d.contract
  from key_claim k
  join deposit d on d.id = k.deposit and d.attempt = k.attempt
  where d.status in ('ACCEPTED', 'PARTLY_ACCEPTED');

-- Rows of an attempt are found by their primary key; only the attempt that a deposit names has any.
drop index passage_verdict_deposit;
drop index attempt_certification_deposit;
