package org.guichet.flux;

/**
 * The causes of findings in a file. A number, once given, keeps its meaning for ever; a retired one
 * is never used again. Documented in docs/codes.md, which a test keeps equal.
 */
public enum FindingCode {
  // How the file can be read.

  /** The file isn't well-formed XML; nothing after the place was read. Arguments: the message. */
  MALFORMED("GUI-002", Kind.READING),
  /**
   * The file has a document type declaration, or uses entities: never legal. Arguments: the
   * message.
   */
  DOCTYPE("GUI-003", Kind.READING),
  /** The file exceeds a limit of depth, attributes or size of a value. Arguments: the message. */
  PARSER_LIMIT("GUI-004", Kind.READING),
  /** The file is in no encoding that is read here. Arguments: its name. */
  ENCODING("GUI-005", Kind.READING),
  /** The file isn't XML at all. */
  NOT_XML("GUI-006", Kind.READING),
  /** The file is read, but isn't in UTF-8 as it should be. Arguments: its encoding. */
  NOT_UTF8("GUI-007", Kind.READING, Severity.WARNING),
  /** A passage has more findings than are kept. Arguments: how many more, how many are kept. */
  AND_MORE("GUI-008", Kind.SCHEMA),

  // What the schema says: the first argument is the parser's message.

  /** The file doesn't respect the schema, in a way that no other code of the schema names. */
  SCHEMA("GUI-001", Kind.SCHEMA),

  // What the file says against itself, the calendar, geography or the law.

  /** The type of a certification is none in use. Arguments: the type. */
  CERTIFICATION_TYPE("GUI-102", Kind.CONTENT, Severity.WARNING),
  /** The code of a certification hasn't the prefix of its type. Arguments: code, type. */
  CERTIFICATION_CODE("GUI-103", Kind.CONTENT, Severity.WARNING),
  /** The validity ends before it starts. Arguments: start, end. */
  VALIDITY_ORDER("GUI-104", Kind.CONTENT),
  /** The validity starts in the future. Arguments: start, day of the deposit. */
  VALID_FROM_FUTURE("GUI-105", Kind.CONTENT, Severity.WARNING),
  /** There is no such day of birth. Arguments: year, month, day. */
  NO_SUCH_BIRTHDAY("GUI-106", Kind.CONTENT),
  /** The holder was born after the certification. Arguments: birth, certification. */
  BORN_AFTER("GUI-107", Kind.CONTENT),
  /** The code of the town of birth can't be one. */
  INSEE_FORM("GUI-108", Kind.CONTENT),
  /** The postal code of the town of birth can't be one. */
  POSTAL_FORM("GUI-109", Kind.CONTENT),
  /** The country of birth isn't the end of a code of INSEE's. */
  COUNTRY_CODE("GUI-110", Kind.CONTENT, Severity.WARNING),
  /** Flag and level of language disagree. */
  LANGUAGE_LEVEL("GUI-111", Kind.CONTENT, Severity.WARNING),
  /** Flag and levels of digital skills disagree. */
  DIGITAL_LEVEL("GUI-112", Kind.CONTENT, Severity.WARNING),
  /** Obtained by scoring, without a score. */
  NO_SCORE("GUI-113", Kind.CONTENT, Severity.WARNING),
  /** Access by validation of experience, without its route. */
  NO_VAE_ROUTE("GUI-114", Kind.CONTENT, Severity.WARNING),
  /** A name of blanks. */
  BLANK_NAME("GUI-115", Kind.CONTENT),
  /** Digits in a name. */
  DIGIT_IN_NAME("GUI-116", Kind.CONTENT),
  /** The data aren't certified. */
  NOT_CERTIFIED("GUI-117", Kind.CONTENT, Severity.WARNING),
  /** The nature of the depositor is missing, or contradicts issuer and certifier. */
  DEPOSITOR_NATURE("GUI-118", Kind.CONTENT, Severity.WARNING),
  /** Blanks around an idTechnique. */
  BLANKS_AROUND_ID("GUI-119", Kind.CONTENT, Severity.WARNING),
  /** Code, name, postal code and country of the place of birth disagree. */
  BIRTH_PLACE("GUI-120", Kind.CONTENT, Severity.WARNING),
  /** Deposited after the legal deadline. */
  LATE("GUI-121", Kind.CONTENT, Severity.WARNING),
  /** The exam ends before it starts. */
  EXAM_ORDER("GUI-122", Kind.CONTENT, Severity.WARNING),
  /** Enrolled after the certification. */
  ENROLLED_AFTER("GUI-123", Kind.CONTENT, Severity.WARNING),
  /** The national number contradicts what else is known. */
  NIR_CONTRADICTS("GUI-124", Kind.CONTENT),
  /** An age at the certification that is hardly possible. Arguments: age. */
  IMPLAUSIBLE_AGE("GUI-130", Kind.CONTENT, Severity.WARNING),
  /** Odd characters in a name. */
  ODD_NAME("GUI-131", Kind.CONTENT, Severity.WARNING),
  /** A place of birth that the packaged reference data don't know. */
  BIRTH_PLACE_UNKNOWN("GUI-132", Kind.CONTENT, Severity.WARNING),

  // What is known of the file's passages and people.

  /** The same idTechnique is accepted already, in this file or before. Arguments: issuer, id. */
  DUPLICATE("GUI-010", Kind.REGISTER),
  /** What is to be taken back isn't known. Arguments: idTechnique. */
  NOTHING_TO_TAKE_BACK("GUI-011", Kind.REGISTER);

  private final String number;
  private final Kind kind;
  private final Severity usual;

  FindingCode(String number, Kind kind) {
    this(number, kind, kind == Kind.READING ? Severity.FILE : Severity.PASSAGE);
  }

  FindingCode(String number, Kind kind, Severity usual) {
    this.number = number;
    this.kind = kind;
    this.usual = usual;
  }

  /** What finds it. */
  public enum Kind {
    /** The parser, or what stands before it. */
    READING,
    /** The schema. */
    SCHEMA,
    /** A content check. */
    CONTENT,
    /** Comparison with what is accepted and who is registered. */
    REGISTER
  }

  /** The stable code that people and programs are told: {@code GUI-} and three digits. */
  public String number() {
    return number;
  }

  public Kind kind() {
    return kind;
  }

  /** How far it reaches unless settings say otherwise; for the schema's, within a passage. */
  public Severity usual() {
    return usual;
  }
}
