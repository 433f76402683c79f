package org.guichet.sftp;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.roster.boundary.ImportReports;
import org.guichet.roster.entity.ReportView;

/** Reports in files of their own, by organisation. */
class FakeReports extends ImportReports {
  private record Kept(OrganisationId organisation, ReportView view, Path file) {}

  private final Map<UUID, Kept> kept = new LinkedHashMap<>();

  synchronized void lay(OrganisationId organisation, String name, String text) throws IOException {
    Path file = Files.createTempFile("report", null);
    file.toFile().deleteOnExit();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Files.write(file, bytes);
    UUID id = UUID.randomUUID();
    kept.put(
        id,
        new Kept(
            organisation,
            new ReportView(id, name, bytes.length, Instant.parse("2026-01-02T03:04:05Z")),
            file));
  }

  @Override
  public synchronized List<ReportView> list(Caller caller) {
    OrganisationId reader = caller.organisation().orElseThrow();
    return kept.values().stream()
        .filter(one -> one.organisation().equals(reader))
        .map(Kept::view)
        .toList();
  }

  @Override
  public Optional<ReportView> find(Caller caller, String name) {
    return list(caller).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  @Override
  public synchronized SeekableByteChannel open(Caller caller, UUID id) throws IOException {
    return Files.newByteChannel(own(caller, id).file(), StandardOpenOption.READ);
  }

  @Override
  public synchronized void acknowledge(Caller caller, UUID id) {
    own(caller, id);
    kept.remove(id);
  }

  private Kept own(Caller caller, UUID id) {
    Kept one = kept.get(id);
    if (one == null || !one.organisation().equals(caller.organisation().orElseThrow())) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_IMPORT, "report");
    }
    return one;
  }
}
