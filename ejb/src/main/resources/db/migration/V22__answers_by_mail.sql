-- Answers by mail, what operators are told of, and mails that keep no secrets.

-- A mail about requests that somebody wrote: filed in a thread, or kept for an operator to look at.
create table ticket_mail (
  id uuid not null,
  version bigint not null,
  digest varchar(64) not null, -- of sender and Message-ID: read again, it is the same
  ticket uuid, -- none: it answers no request
  state varchar(16) not null,
  reason varchar(24), -- why it isn't filed by itself
  sender varchar(254) not null,
  subject varchar(255) not null,
  text text not null, -- all of it, what it quotes included
  attachments varchar(2500) not null, -- names of what came with it and isn't kept, one a line
  received_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by varchar(200),
  constraint ticket_mail_pk primary key (id),
  constraint ticket_mail_once unique (digest),
  constraint ticket_mail_ticket foreign key (ticket) references ticket (id)
);
create index ticket_mail_waiting on ticket_mail (state, received_at);
create index ticket_mail_of on ticket_mail (ticket);

alter table ticket_message add column mail uuid; -- that it came by
alter table ticket_message add constraint ticket_message_mail foreign key (mail) references ticket_mail (id);

alter table ticket add column told_at timestamp with time zone; -- when operators were told that it waits
create index ticket_told on ticket (told_at);

create table ticket_watch ( -- who wants to be told
  account uuid not null,
  since timestamp with time zone not null,
  constraint ticket_watch_pk primary key (account)
);

-- What opens something is forgotten once a mail is sent, or nobody tries any more.
alter table notice add column confidential boolean default false not null;
alter table notice add column subject varchar(300);
update notice set confidential = true where template in ('account.activation', 'account.passwordReset', 'account.emailChange', 'account.memberChange') or template like 'ticket.%';
update notice set arguments = '{}', table_rows = null, subject = template where confidential and status <> 'WAITING';
