package org.guichet.account.entity;

import org.guichet.account.entity.Catalogue.Application;
import org.guichet.account.entity.Catalogue.RightGroup;

/**
 * A group of a service whose roles somebody may give.
 *
 * @param service what the group belongs to
 */
public record AdministeredGroup(Application service, RightGroup group) {
  public String code() {
    return group.code();
  }
}
