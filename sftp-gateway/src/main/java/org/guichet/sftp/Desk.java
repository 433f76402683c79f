package org.guichet.sftp;

import java.time.Clock;
import org.guichet.deposit.boundary.Spool;
import org.guichet.organisation.boundary.KeySignIn;
import org.guichet.receipt.boundary.Outbox;

/** What lies behind the door. */
record Desk(KeySignIn keys, Spool spool, Outbox outbox, Arrivals arrivals, Clock clock) {}
