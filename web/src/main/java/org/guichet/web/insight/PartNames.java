package org.guichet.web.insight;

import org.guichet.insight.entity.PartFigures;
import org.guichet.insight.entity.Split;
import org.guichet.web.Texts;

/** What parts of the figures are called. */
final class PartNames {
  private PartNames() {}

  /** The organisation's name, the contract's number, the channel; or that files name none. */
  static String name(PartFigures part, Split split, Texts texts) {
    if (part.key().isEmpty()) {
      return texts.text("statistics.part.none");
    }
    if (split == Split.CHANNEL) {
      return texts.text("deposit.channel." + part.key());
    }
    return part.name().isEmpty() ? part.key() : part.name();
  }
}
