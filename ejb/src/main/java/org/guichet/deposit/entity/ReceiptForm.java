package org.guichet.deposit.entity;

/** In which form somebody wants a receipt. The stored one is {@link #XML}; the others tell it. */
public enum ReceiptForm {
  /** As it was given: the rapport, or the accusé de réception. */
  XML("application/xml", ".xml"),
  /** All that was found, by the schema {@code analyse-1.0.xsd}. */
  RICH_XML("application/xml", "_detail.xml"),
  JSON("application/json", ".json"),
  /** A row for each finding. */
  CSV("text/csv;charset=UTF-8", ".csv"),
  /** A summary to be read and kept. */
  PDF("application/pdf", ".pdf");

  private final String mediaType;
  private final String ending;

  ReceiptForm(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Name of a file of this form, after the stored receipt's. */
  public String name(String stored) {
    String stem = stored.endsWith(".xml") ? stored.substring(0, stored.length() - 4) : stored;
    return stem + ending;
  }
}
