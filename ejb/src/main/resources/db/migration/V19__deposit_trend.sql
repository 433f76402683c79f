-- What an organisation dropped in a month, for the trend on its first page.
create index deposit_received on deposit (organisation, received_at);
