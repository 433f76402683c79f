package org.guichet.receipt.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.receipt.entity.LaidReceipt;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptNames;

/** Receipts without a database. */
public final class InMemoryReceipts implements Receipts {
  private final List<Receipt> rows = new ArrayList<>();
  private final List<LaidReceipt> entries = new ArrayList<>();
  private long last;

  @Override
  public void add(Receipt receipt) {
    if (find(receipt.subject(), receipt.kind()).isPresent()
        || taken(receipt.sender(), receipt.fileName())) {
      throw new IllegalStateException("receipt_one_of_each");
    }
    rows.add(receipt);
  }

  @Override
  public void lay(LaidReceipt laid) {
    entries.add(laid);
  }

  @Override
  public Optional<Receipt> find(UUID subject, ReceiptKind kind) {
    return bySubject(subject).stream().filter(receipt -> receipt.kind() == kind).findFirst();
  }

  @Override
  public List<Receipt> bySubject(UUID subject) {
    return rows.stream()
        .filter(receipt -> receipt.subject().equals(subject))
        .sorted(Comparator.comparing(Receipt::issuedAt).thenComparing(Receipt::number))
        .toList();
  }

  @Override
  public String freeName(OrganisationId sender, ReceiptNames names) {
    return taken(sender, names.plain()) ? names.numbered() : names.plain();
  }

  private boolean taken(OrganisationId sender, String fileName) {
    return rows.stream()
        .anyMatch(
            receipt -> receipt.sender().equals(sender) && receipt.fileName().equals(fileName));
  }

  @Override
  public long nextNumber() {
    return ++last;
  }

  @Override
  public Optional<LaidReceipt> findLaid(UUID entry) {
    return entries.stream().filter(laid -> laid.entry().id().equals(entry)).findFirst();
  }

  @Override
  public Optional<LaidReceipt> findLaid(Receipt receipt, OrganisationId recipient) {
    return entries.stream()
        .filter(laid -> laid.receipt().id().equals(receipt.id()))
        .filter(laid -> laid.recipient().equals(recipient))
        .findFirst();
  }

  @Override
  public List<LaidReceipt> lying(OrganisationId recipient, String folder) {
    return lyingFor(recipient)
        .filter(laid -> laid.entry().folder().equals(folder))
        .sorted(Comparator.comparing(laid -> laid.entry().name()))
        .toList();
  }

  @Override
  public Optional<LaidReceipt> lying(OrganisationId recipient, String folder, String name) {
    return lying(recipient, folder).stream()
        .filter(laid -> laid.entry().name().equals(name))
        .findFirst();
  }

  @Override
  public List<String> folders(OrganisationId recipient) {
    return lyingFor(recipient)
        .map(laid -> laid.entry().folder())
        .filter(folder -> !folder.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public void removeBySubject(UUID subject) {
    entries.removeIf(laid -> laid.receipt().subject().equals(subject));
    rows.removeIf(receipt -> receipt.subject().equals(subject));
  }

  private Stream<LaidReceipt> lyingFor(OrganisationId recipient) {
    return entries.stream().filter(laid -> laid.lies() && laid.recipient().equals(recipient));
  }
}
