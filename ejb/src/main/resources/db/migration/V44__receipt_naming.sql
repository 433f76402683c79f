-- Who gives a receipt its name holds one of these rows until the receipt is there: a deposit and a
-- duplicate of it are answered at the same moment, and a name lies once in a sender's outbox. Which
-- row follows from sender and name, so that receipts of other names hardly ever wait.
create table receipt_naming (
  slot integer not null,
  constraint receipt_naming_pk primary key (slot)
);
insert into receipt_naming (slot) values
  (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15),
  (16), (17), (18), (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31),
  (32), (33), (34), (35), (36), (37), (38), (39), (40), (41), (42), (43), (44), (45), (46), (47),
  (48), (49), (50), (51), (52), (53), (54), (55), (56), (57), (58), (59), (60), (61), (62), (63);
