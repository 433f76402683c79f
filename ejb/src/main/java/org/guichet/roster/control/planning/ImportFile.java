package org.guichet.roster.control.planning;

import java.nio.file.Path;
import java.util.List;
import org.guichet.roster.entity.ColumnMapping;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.TableShape;

/** A file of an import, with how it is read and what its columns mean. */
public record ImportFile(
    Path path, Profile profile, TableShape shape, List<ColumnMapping> columns) {
  public ImportFile {
    columns = List.copyOf(columns);
  }
}
