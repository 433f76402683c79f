package org.guichet.flux;

/**
 * The causes of findings in a file. A number, once given, keeps its meaning for ever; a retired one
 * is never used again. Documented in docs/codes.md, which a test keeps equal.
 */
public enum FindingCode {
  /** The file doesn't respect the schema. Arguments: the parser's message. */
  SCHEMA("GUI-001"),
  /** The file isn't well-formed XML; nothing after the place was read. Arguments: the message. */
  MALFORMED("GUI-002"),
  /**
   * The file has a document type declaration, or uses entities: never legal. Arguments: the
   * message.
   */
  DOCTYPE("GUI-003"),
  /** The file exceeds a limit of depth, attributes or size of a value. Arguments: the message. */
  PARSER_LIMIT("GUI-004"),
  /** The file is in no encoding that is read here. Arguments: its name. */
  ENCODING("GUI-005"),
  /** The file isn't XML at all. */
  NOT_XML("GUI-006"),
  /** The file is read, but isn't in UTF-8 as it should be. Arguments: its encoding. */
  NOT_UTF8("GUI-007"),
  /** A passage has more findings than are kept. Arguments: how many more, how many are kept. */
  AND_MORE("GUI-008"),
  /** The same idTechnique is accepted already, in this file or before. Arguments: issuer, id. */
  DUPLICATE("GUI-010"),
  /** What is to be taken back isn't known. Arguments: idTechnique. */
  NOTHING_TO_TAKE_BACK("GUI-011");

  private final String number;

  FindingCode(String number) {
    this.number = number;
  }

  /** The stable code that people and programs are told: {@code GUI-} and three digits. */
  public String number() {
    return number;
  }
}
