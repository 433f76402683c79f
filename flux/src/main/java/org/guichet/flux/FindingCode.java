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
  /** The code of the town of birth can't be one. Arguments: the code. */
  INSEE_FORM("GUI-108", Kind.CONTENT),
  /** The postal code of the town of birth can't be one. Arguments: the code. */
  POSTAL_FORM("GUI-109", Kind.CONTENT),
  /** The country of birth isn't the end of a code of INSEE's. Arguments: the code. */
  COUNTRY_CODE("GUI-110", Kind.CONTENT, Severity.WARNING),
  /** A language level is announced, and there is none. Arguments: the flag. */
  LANGUAGE_LEVEL("GUI-111", Kind.CONTENT, Severity.WARNING),
  /** Levels of digital skills are announced, and there are none. Arguments: the flag. */
  DIGITAL_LEVEL("GUI-112", Kind.CONTENT, Severity.WARNING),
  /** Obtained by scoring, without a score. */
  NO_SCORE("GUI-113", Kind.CONTENT, Severity.WARNING),
  /** Access by validation of experience, without its route. */
  NO_VAE_ROUTE("GUI-114", Kind.CONTENT, Severity.WARNING),
  /** A name of blanks. Arguments: the element. */
  BLANK_NAME("GUI-115", Kind.CONTENT),
  /** Digits in a name. Arguments: the element, the name. */
  DIGIT_IN_NAME("GUI-116", Kind.CONTENT),
  /** The data aren't certified. Arguments: the flag. */
  NOT_CERTIFIED("GUI-117", Kind.CONTENT, Severity.WARNING),
  /**
   * The nature of the depositor contradicts the rest. Arguments: nature, issuer, certifier, fit.
   */
  DEPOSITOR_NATURE("GUI-118", Kind.CONTENT, Severity.WARNING),
  /** Blanks around an idTechnique. Arguments: it without them. */
  BLANKS_AROUND_ID("GUI-119", Kind.CONTENT, Severity.WARNING),
  /**
   * Code and name of the town of birth disagree. Arguments: code, its town, the name, in
   * parentheses the codes of towns of that name.
   */
  BIRTH_PLACE("GUI-120", Kind.CONTENT, Severity.WARNING),
  /** Deposited after the legal deadline. Arguments: start of validity, last day, deposit. */
  LATE("GUI-121", Kind.CONTENT, Severity.WARNING),
  /** The exam ends before it starts. Arguments: start, end. */
  EXAM_ORDER("GUI-122", Kind.CONTENT, Severity.WARNING),
  /** Enrolled after the certification. Arguments: enrolment, certification. */
  ENROLLED_AFTER("GUI-123", Kind.CONTENT, Severity.WARNING),
  /**
   * The national number contradicts what else is known. Arguments: the element, what the number
   * says, what the element says.
   */
  NIR_CONTRADICTS("GUI-124", Kind.CONTENT),
  /** An age at the certification that is hardly possible. Arguments: age, birth, certification. */
  IMPLAUSIBLE_AGE("GUI-130", Kind.CONTENT, Severity.WARNING),
  /** Odd characters in a name. Arguments: the element, the name, the first odd one. */
  ODD_NAME("GUI-131", Kind.CONTENT, Severity.WARNING),
  /**
   * A place of birth that the packaged reference data don't know. Arguments: the code, in
   * parentheses the codes of towns of the name given.
   */
  BIRTH_PLACE_UNKNOWN("GUI-132", Kind.CONTENT, Severity.WARNING),
  /** The nature of the depositor is missing. Arguments: issuer, certifier, what fits them. */
  NO_DEPOSITOR_NATURE("GUI-133", Kind.CONTENT, Severity.WARNING),
  /** A language level that the flag denies. Arguments: the flag, the level. */
  LANGUAGE_LEVEL_DENIED("GUI-134", Kind.CONTENT, Severity.WARNING),
  /** Levels of digital skills that the flag denies. Arguments: the flag. */
  DIGITAL_LEVEL_DENIED("GUI-135", Kind.CONTENT, Severity.WARNING),
  /** Blanks around a name. Arguments: the element, the name without them. */
  BLANKS_AROUND_NAME("GUI-136", Kind.CONTENT, Severity.WARNING),
  /** A national number with a month that there isn't. Arguments: the month. */
  NIR_MONTH("GUI-137", Kind.CONTENT, Severity.WARNING),
  /**
   * Postal code and name of the town of birth disagree. Arguments: code, its towns, the name, in
   * parentheses the postal codes of towns of that name.
   */
  POSTAL_AND_TOWN("GUI-138", Kind.CONTENT, Severity.WARNING),
  /** A code that the town no longer had at birth. Arguments: code, year, from when on, the new. */
  INSEE_NOT_AT_BIRTH("GUI-139", Kind.CONTENT, Severity.WARNING),
  /** Code of the place and code of the country disagree. Arguments: code, country, what fits. */
  INSEE_AND_COUNTRY("GUI-140", Kind.CONTENT, Severity.WARNING),
  /** A postal code for a birth abroad. Arguments: code, country. */
  POSTAL_ABROAD("GUI-141", Kind.CONTENT, Severity.WARNING),
  /** Born abroad, without the country's code. Arguments: what says abroad, what fits or dots. */
  NO_COUNTRY("GUI-142", Kind.CONTENT, Severity.WARNING),
  /** A place that doesn't say the town. Arguments: the code given. */
  NO_TOWN("GUI-143", Kind.CONTENT, Severity.WARNING),
  /** Code and name of the country of birth disagree. Arguments: code, name. */
  COUNTRY_AND_NAME("GUI-144", Kind.CONTENT, Severity.WARNING),
  /** Born in France, with neither code of the town. */
  NO_BIRTH_PLACE("GUI-145", Kind.CONTENT, Severity.WARNING),

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
