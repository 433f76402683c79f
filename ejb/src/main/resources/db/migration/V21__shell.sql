-- What the frame around all pages needs.

-- Finding deposits by how their file's name begins. The placeholder: how an index serves that.
create index deposit_file_of on deposit (organisation, file_name ${prefixes});
create index deposit_file on deposit (file_name ${prefixes});

-- What was decided of late, for notifications.
create index deposit_decided on deposit (organisation, decided_at);

-- Up to when somebody has seen what is new.
alter table account add column seen_until timestamp with time zone;

-- After how many months without signing in the organisation's accounts expire; null: as the
-- deployment says, which is the most too.
alter table organisation add column account_months integer;

-- Sessions over SFTP that last long enough to be looked at, wherever they are open.
create table sftp_session (
  id uuid not null,
  organisation uuid not null,
  sftp_key uuid, -- none for a certificate
  shown varchar(100) not null, -- the key's name, or the certificate's fingerprint
  address varchar(64) not null,
  since timestamp with time zone not null,
  run varchar(80) not null, -- of the server that holds it
  ended_at timestamp with time zone, -- somebody wants it to end
  constraint sftp_session_pk primary key (id),
  constraint sftp_session_organisation foreign key (organisation) references organisation (id)
);
create index sftp_session_of on sftp_session (organisation);
