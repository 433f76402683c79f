-- Beside keys, technical passwords; and from where either may be used.

alter table sftp_key add column kind varchar(16) default 'PUBLIC_KEY' not null;
alter table sftp_key add column sources varchar(2000) default '' not null; -- ranges with commas between them; empty: from anywhere
alter table sftp_key add column secret_hash varchar(200); -- of a password: Argon2id
alter table sftp_key alter column wire_form drop not null; -- a password has none
