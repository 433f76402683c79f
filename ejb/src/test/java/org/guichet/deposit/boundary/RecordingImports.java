package org.guichet.deposit.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Caller;
import org.guichet.roster.boundary.ImportDrop;
import org.guichet.roster.entity.PeopleFile;
import org.guichet.roster.entity.RosterCode;
import org.jspecify.annotations.Nullable;

/** One import for all, with the texts of its files. */
final class RecordingImports extends ImportDrop {
  static final UUID IMPORT = new UUID(8, 8);

  /** A file that was taken. */
  record Taken(PeopleFile file, String text) {}

  final Map<UUID, Taken> taken = new LinkedHashMap<>();
  final List<String> refused = new ArrayList<>();
  @Nullable IOException fails;

  @Override
  public UUID take(Caller caller, PeopleFile file, Path bytes) throws IOException {
    IOException now = fails;
    if (now != null) {
      throw now;
    }
    taken.put(file.id(), new Taken(file, Files.readString(bytes)));
    Files.delete(bytes);
    return IMPORT;
  }

  @Override
  public Optional<UUID> importOf(Caller caller, UUID file) {
    return taken.containsKey(file) ? Optional.of(IMPORT) : Optional.empty();
  }

  @Override
  public boolean isTaken(Caller caller, UUID file) {
    return taken.containsKey(file);
  }

  @Override
  public void refuse(Caller caller, PeopleFile file, RosterCode why) {
    if (file.organisation().equals(caller.organisation().orElse(file.organisation()))) {
      refused.add(file.name() + " " + why);
    } else {
      throw new UncheckedIOException(new IOException("of somebody else"));
    }
  }
}
