package org.guichet.flux;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One passage of a file, as far as anybody after the reader needs it. Values are as written; those
 * that are missing, nil or of a wrong form are null.
 *
 * @param position in the file, from 1
 * @param certification which certification of the file it stands under, from 1
 * @param lastName birth name of the holder
 * @param line of its start tag
 * @param offset of its start tag's first byte in the file; -1 where the encoding hides it
 * @param length in bytes up to the end of its end tag; -1 where the encoding hides it
 * @param findings what is wrong within it, in the order of the file
 */
public record Passage(
    int position,
    int certification,
    @Nullable String idTechnique,
    @Nullable String lastName,
    @Nullable String firstName,
    @Nullable LocalDate birthDate,
    @Nullable LocalDate validFrom,
    int line,
    long offset,
    long length,
    List<Finding> findings) {
  public Passage {
    findings = List.copyOf(findings);
  }
}
