package org.guichet.deposit.control;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.guichet.deposit.entity.CauseCount;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.flux.FindingCode;
import org.guichet.platform.entity.PageRequest;

/** What was found in the passages of an attempt, by cause. */
public interface PassageFindings {
  /** The most frequent first. */
  List<CauseCount> causes(UUID attempt);

  /** How many passages have at least one of these findings of their own. */
  int passagesWith(UUID attempt, Set<FindingCode> codes);

  /** How many passages were read. */
  int passages(UUID attempt);

  /** Passages in which this was found, in the order of the file. */
  List<PassageVerdict> of(UUID attempt, FindingCode code, PageRequest part);

  /** The same behind a position, so many at most. */
  List<PassageVerdict> after(UUID attempt, FindingCode code, int position, int most);

  /** Passages in which anything was found, in the order of the file, each given once. */
  void forEach(UUID attempt, Consumer<PassageVerdict> reader);

  /** Passages that go by this idTechnique, in the order of the file. */
  List<PassageVerdict> named(UUID attempt, String idTechnique, int most);
}
