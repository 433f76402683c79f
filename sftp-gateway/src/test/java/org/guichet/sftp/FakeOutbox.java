package org.guichet.sftp;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;
import org.guichet.receipt.boundary.Outbox;
import org.guichet.receipt.entity.OutboxEntry;

/** Receipts in memory; those that are read, in a folder. */
class FakeOutbox extends Outbox {
  private record Lying(OrganisationId organisation, OutboxEntry entry, String text) {}

  private final Path folder;
  private final Map<UUID, Lying> receipts = new LinkedHashMap<>();
  private final List<String> acknowledged = new ArrayList<>();
  final AtomicInteger questions = new AtomicInteger();

  FakeOutbox(Path folder) {
    this.folder = folder;
  }

  synchronized void put(OrganisationId organisation, String partner, String name, String text) {
    UUID id = UUID.randomUUID();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    OutboxEntry entry =
        new OutboxEntry(id, partner, name, bytes.length, Instant.EPOCH, "R-1", Sha256.of(bytes));
    receipts.put(id, new Lying(organisation, entry, text));
  }

  @Override
  public synchronized List<String> folders(Caller caller) {
    questions.incrementAndGet();
    return of(caller)
        .map(OutboxEntry::folder)
        .filter(f -> !f.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public synchronized List<OutboxEntry> list(Caller caller, String partner) {
    questions.incrementAndGet();
    return of(caller).filter(entry -> entry.folder().equals(partner)).toList();
  }

  @Override
  public synchronized Optional<OutboxEntry> find(Caller caller, String partner, String name) {
    questions.incrementAndGet();
    return of(caller)
        .filter(entry -> entry.folder().equals(partner) && entry.name().equals(name))
        .findFirst();
  }

  @Override
  public synchronized SeekableByteChannel open(Caller caller, UUID entry) throws IOException {
    Lying lying = receipts.get(entry);
    if (lying == null || !caller.organisation().equals(Optional.of(lying.organisation()))) {
      throw new FileNotFoundException("no such receipt");
    }
    return Files.newByteChannel(Files.writeString(folder.resolve(entry.toString()), lying.text()));
  }

  @Override
  public synchronized void acknowledge(Caller caller, UUID entry) {
    Lying lying = receipts.remove(entry);
    if (lying != null) {
      acknowledged.add(lying.entry().name());
    }
  }

  /** Names of receipts that clients deleted. */
  synchronized List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  private Stream<OutboxEntry> of(Caller caller) {
    OrganisationId organisation = caller.organisation().orElseThrow();
    return receipts.values().stream()
        .filter(lying -> lying.organisation().equals(organisation))
        .map(Lying::entry);
  }
}
