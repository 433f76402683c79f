-- The store is compared with the rows digest by digest, a range at a time.
create index deposit_sha256 on deposit (sha256);
create index receipt_sha256 on receipt (sha256);
create index notice_attachment_sha256 on notice_attachment (sha256);
