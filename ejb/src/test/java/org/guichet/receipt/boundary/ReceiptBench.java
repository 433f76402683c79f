package org.guichet.receipt.boundary;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.notice.boundary.Notices;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.boundary.Permissions;
import org.guichet.receipt.control.ReceiptTables;
import org.guichet.testing.TestDatabase;

/** The component's boundaries on real tables; calls belong into a transaction. */
public record ReceiptBench(
    TestDatabase database,
    Notices notices,
    Permissions permissions,
    Clock clock,
    Supplier<UUID> ids) {

  public ReceiptIssuing issuing() {
    ReceiptIssuing issuing = new ReceiptIssuing();
    issuing.receipts = ReceiptTables.receipts(database);
    issuing.notices = notices;
    issuing.permissions = permissions;
    issuing.clock = clock;
    issuing.ids = ids;
    return issuing;
  }

  public ReceiptDesk desk(FileStore files) {
    ReceiptDesk desk = new ReceiptDesk();
    desk.receipts = ReceiptTables.receipts(database);
    desk.files = files;
    desk.permissions = permissions;
    return desk;
  }

  public ReceiptBooks books() {
    ReceiptBooks books = new ReceiptBooks();
    books.traces = ReceiptTables.traces(database);
    books.receipts = ReceiptTables.receipts(database);
    books.permissions = permissions;
    books.clock = clock;
    books.ids = ids;
    return books;
  }
}
