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
 * @param line of its start tag
 * @param offset of its start tag's first byte in the file; -1 where the encoding hides it
 * @param length in bytes up to the end of its end tag; -1 where the encoding hides it
 * @param findings what is wrong within it, in the order of the file
 */
public record Passage(
    int position,
    int certification,
    @Nullable String idTechnique,
    Holder holder,
    @Nullable LocalDate validFrom,
    int line,
    long offset,
    long length,
    List<Finding> findings) {
  public Passage {
    findings = List.copyOf(findings);
  }

  /** The same with other findings: more of them, or of another severity. */
  public Passage withFindings(List<Finding> others) {
    return new Passage(
        position, certification, idTechnique, holder, validFrom, line, offset, length, others);
  }

  /** Birth name of the holder. */
  public @Nullable String lastName() {
    return holder.lastName();
  }

  public @Nullable String firstName() {
    return holder.firstName();
  }

  public @Nullable LocalDate birthDate() {
    return holder.birthDate();
  }

  /** The first thing that keeps it from being accepted; null when nothing within it does. */
  public @Nullable Finding firstBlocking() {
    return findings.stream().filter(Finding::blocks).findFirst().orElse(null);
  }
}
