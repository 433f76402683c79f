-- What an organisation chooses in the portal.

-- How many days before its end a key was last told of.
alter table sftp_key add column reminded_days integer;

-- What a certifier wants done about holders whom its register doesn't know: OFF, WARN, BLOCK.
alter table organisation add column identity_check varchar(16) default 'OFF' not null;
