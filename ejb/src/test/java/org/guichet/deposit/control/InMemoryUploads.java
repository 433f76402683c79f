package org.guichet.deposit.control;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.PendingUpload;
import org.guichet.deposit.entity.Upload;
import org.guichet.deposit.entity.UploadState;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;

/** Uploads without a database. */
public final class InMemoryUploads implements Uploads {
  private final Map<DepositId, Upload> rows = new LinkedHashMap<>();

  @Override
  public void add(Upload upload) {
    PendingUpload added = upload.view();
    if (find(added.organisation(), added.folder(), added.name()).isPresent()) {
      throw new IllegalStateException("upload_name_once");
    }
    rows.put(upload.id(), upload);
  }

  @Override
  public Optional<Upload> find(DepositId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public Optional<Upload> find(OrganisationId organisation, DropFolder folder, String name) {
    return of(organisation, folder).stream()
        .filter(upload -> upload.view().name().equals(name))
        .findFirst();
  }

  @Override
  public List<Upload> of(OrganisationId organisation, DropFolder folder) {
    return rows.values().stream()
        .filter(upload -> upload.organisation().equals(organisation))
        .filter(upload -> upload.view().folder() == folder)
        .sorted(Comparator.comparing(upload -> upload.view().name()))
        .toList();
  }

  @Override
  public List<Upload> openInEarlierRuns(String node, String thisRun) {
    return rows.values().stream()
        .filter(upload -> upload.state() == UploadState.OPEN)
        .filter(upload -> upload.boot().startsWith(node + "/") && !upload.boot().equals(thisRun))
        .toList();
  }

  @Override
  public List<Upload> untouchedSince(Instant before) {
    return rows.values().stream()
        .filter(upload -> upload.state() != UploadState.OPEN)
        .filter(upload -> upload.view().changedAt().isBefore(before))
        .sorted(Comparator.comparing(upload -> upload.view().changedAt()))
        .toList();
  }

  @Override
  public List<Upload> unfinished(Optional<OrganisationId> organisation, int most) {
    return rows.values().stream()
        .filter(upload -> upload.state() != UploadState.OPEN)
        .filter(
            upload -> organisation.isEmpty() || organisation.get().equals(upload.organisation()))
        .sorted(Comparator.comparing((Upload upload) -> upload.view().changedAt()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public void remove(Upload upload) {
    rows.remove(upload.id());
  }
}
