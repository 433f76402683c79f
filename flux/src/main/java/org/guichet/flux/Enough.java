package org.guichet.flux;

import org.xml.sax.SAXException;

/** Ends a reading: the sink doesn't want more. */
final class Enough extends SAXException {
  private static final long serialVersionUID = 1L;
}
