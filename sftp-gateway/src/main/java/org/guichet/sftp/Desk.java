package org.guichet.sftp;

import java.time.Clock;
import org.guichet.deposit.boundary.Spool;
import org.guichet.organisation.boundary.KeySignIn;
import org.guichet.receipt.boundary.Outbox;
import org.guichet.roster.boundary.ImportReports;

/** What lies behind the door. */
record Desk(
    KeySignIn keys,
    Spool spool,
    Outbox outbox,
    ImportReports reports,
    Arrivals arrivals,
    Clock clock) {}
