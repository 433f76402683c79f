package org.guichet.account.entity;

import java.util.Locale;
import java.util.Set;
import org.guichet.account.entity.Catalogue.Names;

/**
 * A group as somebody wants it.
 *
 * @param code capitals, digits and hyphens, beginning with a letter; for ever
 * @param service code of the catalogue
 * @param roles codes of the service's roles that it is to offer
 */
public record GroupDraft(String code, String service, Names names, Set<String> roles) {
  /** In characters. */
  public static final int LONGEST_CODE = 40;

  /** In characters. */
  public static final int LONGEST_NAME = 200;

  public GroupDraft {
    code = code.strip().toUpperCase(Locale.ROOT);
    names = new Names(names.french().strip(), names.english().strip());
    roles = Set.copyOf(roles);
  }
}
