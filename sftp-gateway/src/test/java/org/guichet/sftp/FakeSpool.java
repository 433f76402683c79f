package org.guichet.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guichet.deposit.boundary.Incoming;
import org.guichet.deposit.boundary.Spool;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.IntakeOutcome;
import org.guichet.deposit.entity.PartialFile;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.jspecify.annotations.Nullable;

/** Files in memory, with a book of what was asked. */
class FakeSpool extends Spool {
  /** A deposit. */
  record Kept(OrganisationId organisation, DropFolder folder, String name, String text) {}

  private final List<Part> parts = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final List<String> book = new ArrayList<>();
  final AtomicBoolean interrupted = new AtomicBoolean();
  volatile @Nullable IOException closeFails;
  volatile @Nullable IOException renameFails;
  volatile long maxSize = Long.MAX_VALUE;
  volatile @Nullable CountDownLatch closeEntered;
  volatile @Nullable CountDownLatch closeMayGoOn;
  volatile @Nullable CountDownLatch writeEntered;
  volatile @Nullable CountDownLatch writeMayGoOn;

  synchronized List<Kept> kept() {
    return List.copyOf(kept);
  }

  synchronized List<String> book() {
    return List.copyOf(book);
  }

  @Override
  public synchronized Incoming begin(Caller caller, DropFolder folder, String name) {
    OrganisationId organisation = caller.organisation().orElseThrow();
    parts.removeIf(part -> part.is(organisation, folder, name));
    Part part = new Part(organisation, folder, name);
    parts.add(part);
    book.add("begin " + name);
    return part;
  }

  @Override
  public synchronized Optional<Incoming> resume(Caller caller, DropFolder folder, String name) {
    Optional<Part> part = find(caller, folder, name);
    part.ifPresent(
        one -> {
          one.open = true;
          one.position = 0;
          book.add("resume " + name);
        });
    return part.map(Incoming.class::cast);
  }

  @Override
  public Optional<IntakeOutcome> close(Caller caller, Incoming file) throws IOException {
    await(closeEntered, closeMayGoOn);
    synchronized (this) {
      book.add("close " + file.name());
      IOException fails = closeFails;
      if (fails != null) {
        throw fails;
      }
      Part part = (Part) file;
      part.open = false;
      return settle(part);
    }
  }

  private Optional<IntakeOutcome> settle(Part part) {
    if (!part.folder.counts(part.name)) {
      return Optional.empty();
    }
    parts.remove(part);
    kept.add(new Kept(part.organisation, part.folder, part.name, part.text()));
    return Optional.of(new IntakeOutcome.Registered(new DepositId(UUID.randomUUID()), kept.size()));
  }

  @Override
  public synchronized void cutShort(Caller caller, Incoming file) {
    book.add("cutShort " + file.name());
    Part part = (Part) file;
    part.open = false;
    part.broken = true;
    notifyAll();
  }

  @Override
  public synchronized Optional<IntakeOutcome> rename(
      Caller caller, DropFolder folder, String from, String to) throws IOException {
    Part part =
        find(caller, folder, from)
            .orElseThrow(() -> new RefusedException(RefusedException.Code.NO_SUCH_UPLOAD, from));
    book.add("rename " + from + " " + to);
    IOException fails = renameFails;
    if (fails != null) {
      throw fails;
    }
    part.name = to;
    return settle(part);
  }

  @Override
  public synchronized boolean discard(Caller caller, DropFolder folder, String name) {
    Optional<Part> part = find(caller, folder, name);
    part.ifPresent(parts::remove);
    part.ifPresent(one -> book.add("discard " + name));
    return part.isPresent();
  }

  @Override
  public synchronized List<PartialFile> parts(Caller caller, DropFolder folder) {
    OrganisationId organisation = caller.organisation().orElseThrow();
    return parts.stream()
        .filter(part -> part.organisation.equals(organisation) && part.folder == folder)
        .map(Part::view)
        .toList();
  }

  private Optional<Part> find(Caller caller, DropFolder folder, String name) {
    OrganisationId organisation = caller.organisation().orElseThrow();
    return parts.stream().filter(part -> part.is(organisation, folder, name)).findFirst();
  }

  private void await(@Nullable CountDownLatch entered, @Nullable CountDownLatch mayGoOn) {
    if (entered == null || mayGoOn == null) {
      return;
    }
    entered.countDown();
    try {
      if (!mayGoOn.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the test let nobody go on");
      }
    } catch (InterruptedException e) {
      interrupted.set(true);
      throw new IllegalStateException(e);
    }
  }

  private final class Part implements Incoming {
    private final UUID id = UUID.randomUUID();
    private final OrganisationId organisation;
    private final DropFolder folder;
    private volatile String name;
    private volatile boolean open = true;
    private volatile boolean broken;
    private byte[] bytes = new byte[0];
    private int size;
    private int position;

    Part(OrganisationId organisation, DropFolder folder, String name) {
      this.organisation = organisation;
      this.folder = folder;
      this.name = name;
    }

    boolean is(OrganisationId otherOrganisation, DropFolder otherKind, String otherName) {
      return organisation.equals(otherOrganisation)
          && folder == otherKind
          && name.equals(otherName);
    }

    PartialFile view() {
      return new PartialFile(id, folder, name, size, Instant.EPOCH, Instant.EPOCH, open, broken);
    }

    String text() {
      return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    @Override
    public UUID id() {
      return id;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void force() {}

    @Override
    public int write(ByteBuffer source) throws IOException {
      await(writeEntered, writeMayGoOn);
      if (Thread.currentThread().isInterrupted()) {
        interrupted.set(true);
      }
      int count = source.remaining();
      int end = position + count;
      if (end > maxSize) {
        throw new IOException("larger than " + maxSize + " bytes");
      }
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
      }
      source.get(bytes, position, count);
      position = end;
      size = Math.max(size, end);
      return count;
    }

    @Override
    public int read(ByteBuffer target) {
      if (position >= size) {
        return -1;
      }
      int count = Math.min(target.remaining(), size - position);
      target.put(bytes, position, count);
      position += count;
      return count;
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public Part position(long newPosition) {
      position = Math.toIntExact(newPosition);
      return this;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public Part truncate(long newSize) {
      size = (int) Math.min(size, newSize);
      position = Math.min(position, size);
      return this;
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {}
  }
}
