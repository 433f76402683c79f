package org.guichet.flux;

/** Makes the values of a passage or certification, for tests of single checks. */
public final class FieldsOf {
  private final Fields fields = new Fields();
  private int line = 1;

  private FieldsOf() {}

  public static FieldsOf none() {
    return new FieldsOf();
  }

  public FieldsOf with(Field field, String value) {
    fields.put(field, value, line++, 1);
    return this;
  }

  /** The element is there and has no value: nil, empty or holding elements. */
  public FieldsOf without(Field field) {
    fields.put(field, null, line++, 1);
    return this;
  }

  public Fields fields() {
    return fields;
  }
}
