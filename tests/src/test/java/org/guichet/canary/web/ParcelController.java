package org.guichet.canary.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.guichet.canary.Breaks;

/** Backs a view and says so nowhere. */
@Breaks("pages_are_named_pages")
@Named
@RequestScoped
public class ParcelController {
  public boolean isThere() {
    return true;
  }
}
