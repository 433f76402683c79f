package org.guichet.flux.analysis;

import java.util.List;
import org.guichet.flux.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One passage, and whether it is KO.
 *
 * @param position in the file, from 1
 * @param certification which certification of the file it stands under, from 1
 * @param line of its start tag
 * @param offset of its start tag's first byte in the file; -1 where the encoding hides it
 * @param length in bytes up to the end of its end tag; -1 where the encoding hides it
 * @param findings what is wrong within it
 * @param cause the first thing that makes it KO, in it or in the header of its certification; null
 *     when nothing does
 */
public record JudgedPassage(
    int position,
    int certification,
    @Nullable String idTechnique,
    int line,
    long offset,
    long length,
    List<Finding> findings,
    @Nullable Finding cause) {
  public JudgedPassage {
    findings = List.copyOf(findings);
  }

  /** Whether it is KO by itself or its certification, whatever becomes of the file. */
  public boolean rejected() {
    return cause != null;
  }
}
