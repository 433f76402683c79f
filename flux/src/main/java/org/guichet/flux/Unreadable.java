package org.guichet.flux;

import org.xml.sax.SAXException;

/** Ends a reading: the file can't be read on. */
final class Unreadable extends SAXException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  Unreadable(Finding finding) {
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
