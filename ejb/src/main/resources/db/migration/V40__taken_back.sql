-- Number of the deposit that takes passages of this one back: while it isn't decided no other may.
alter table deposit add column taken_back_by bigint;
