package org.guichet.roster.control.heading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;

/** The words of headers that this deployment knows: those of this version, and its own. */
@ApplicationScoped
public class HeaderWords {
  private final Optional<Path> own;
  private @Nullable HeaderDictionary known;

  /** For the container's proxies. */
  protected HeaderWords() {
    own = Optional.empty();
  }

  @Inject
  public HeaderWords(Settings settings) {
    own = settings.roster().headers();
  }

  /**
   * All of them.
   *
   * @throws IllegalArgumentException for a line of the deployment's file that makes no sense; it
   *     names file and line
   */
  @Produces
  public synchronized HeaderDictionary all() throws IOException {
    if (known == null) {
      known = read();
    }
    return known;
  }

  private HeaderDictionary read() throws IOException {
    if (own.isEmpty()) {
      return HeaderDictionary.shipped();
    }
    try (Reader more = Files.newBufferedReader(own.get())) {
      return HeaderDictionary.shipped().with(more);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(own.get() + ": " + e.getMessage(), e);
    }
  }
}
