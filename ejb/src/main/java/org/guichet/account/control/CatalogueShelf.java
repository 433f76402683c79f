package org.guichet.account.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.CatalogueChange;
import org.guichet.account.entity.CatalogueMistake;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue in force. A file with mistakes is refused at the start, and later leaves the one
 * that was in force.
 */
@ApplicationScoped
public class CatalogueShelf {
  @Inject Settings settings;
  @Inject Clock clock;

  private volatile Catalogue current = new Catalogue(List.of());
  private volatile @Nullable FileTime read;
  private volatile List<CatalogueChange> changes = List.of();
  private volatile List<CatalogueMistake> mistakes = List.of();
  private volatile Instant takenAt = Instant.EPOCH;

  /** For the container. */
  protected CatalogueShelf() {}

  /** Reads the catalogue that {@code settings} name. */
  public static CatalogueShelf of(Settings settings, Clock clock) {
    CatalogueShelf shelf = new CatalogueShelf();
    shelf.settings = settings;
    shelf.clock = clock;
    shelf.load();
    return shelf;
  }

  @PostConstruct
  void load() {
    List<CatalogueMistake> mistakes = reload();
    if (!mistakes.isEmpty()) {
      throw new IllegalStateException(
          "The catalogue "
              + settings.account().catalogue().map(Path::toString).orElse("of this version")
              + " can't be used: "
              + mistakes);
    }
  }

  public Catalogue catalogue() {
    return current;
  }

  /** Whether the file was written since it was read. */
  public boolean outdated() {
    return settings.account().catalogue().flatMap(CatalogueShelf::written).isPresent()
        && !settings
            .account()
            .catalogue()
            .flatMap(CatalogueShelf::written)
            .equals(Optional.ofNullable(read));
  }

  /** Reads the file anew; what is in force stays so when there are mistakes. */
  public synchronized List<CatalogueMistake> reload() {
    read = settings.account().catalogue().flatMap(CatalogueShelf::written).orElse(null);
    try (InputStream file = open()) {
      CatalogueReader.Reading reading = CatalogueReader.read(file);
      reading.catalogue().ifPresent(this::take);
      mistakes = reading.mistakes();
    } catch (IOException e) {
      mistakes = List.of(new CatalogueMistake(0, e.toString()));
    }
    return mistakes;
  }

  /** One that says the same changes nothing: what was told of the last change stays. */
  private void take(Catalogue next) {
    boolean first = current.services().isEmpty();
    if (!next.equals(current)) {
      changes = first ? List.of() : CatalogueComparison.between(current, next);
      current = next;
      takenAt = clock.instant();
    }
  }

  /** What the one in force changed of the one before; nothing for the first since the start. */
  public List<CatalogueChange> changes() {
    return changes;
  }

  /** What kept the file from being taken when it was read last. */
  public List<CatalogueMistake> mistakes() {
    return mistakes;
  }

  /** When the one in force was taken. */
  public Instant takenAt() {
    return takenAt;
  }

  /** Name of the file; empty for the catalogue of this version. */
  public Optional<String> file() {
    return settings.account().catalogue().map(Path::getFileName).map(Path::toString);
  }

  private InputStream open() throws IOException {
    Optional<Path> file = settings.account().catalogue();
    return file.isPresent() ? Files.newInputStream(file.get()) : CatalogueReader.packaged();
  }

  private static Optional<FileTime> written(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.getLastModifiedTime(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
