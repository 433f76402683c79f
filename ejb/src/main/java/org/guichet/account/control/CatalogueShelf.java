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
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.Catalogue;
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

  private volatile Catalogue current = new Catalogue(List.of());
  private volatile @Nullable FileTime read;

  /** For the container. */
  protected CatalogueShelf() {}

  /** Reads the catalogue that {@code settings} name. */
  public static CatalogueShelf of(Settings settings) {
    CatalogueShelf shelf = new CatalogueShelf();
    shelf.settings = settings;
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
      reading.catalogue().ifPresent(catalogue -> current = catalogue);
      return reading.mistakes();
    } catch (IOException e) {
      return List.of(new CatalogueMistake(0, e.toString()));
    }
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
