package org.guichet.deposit.entity;

import java.util.List;
import org.guichet.flux.Finding;
import org.guichet.flux.edit.PassageText;

/**
 * A passage that is being mended.
 *
 * @param sent as it stands in the file
 * @param now with what has been changed
 * @param left what the checks find in it now; what they found when it was dropped, while nothing is
 *     changed
 */
public record MendingPassage(
    CorrectionRow row, PassageText sent, PassageText now, List<Finding> left) {
  public MendingPassage {
    left = List.copyOf(left);
  }
}
