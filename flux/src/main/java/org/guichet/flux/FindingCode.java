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
  /** An element that isn't known there. Further arguments: element, parent, what there may be. */
  UNEXPECTED_ELEMENT("GUI-020", Kind.SCHEMA),
  /** An element whose name is nearly right. Further arguments: element, parent, the right name. */
  MISNAMED_ELEMENT("GUI-021", Kind.SCHEMA),
  /** An element in the wrong place. Further arguments: element, parent, the right parent. */
  MISPLACED_ELEMENT("GUI-022", Kind.SCHEMA),
  /** An element that may come once comes twice. Further arguments: element, parent. */
  DUPLICATE_ELEMENT("GUI-023", Kind.SCHEMA),
  /** Elements are missing. Further arguments: parent, the missing ones. */
  MISSING_ELEMENT("GUI-024", Kind.SCHEMA),
  /** Two elements exclude each other. Further arguments: element, parent, what there may be. */
  SECOND_CHOICE("GUI-025", Kind.SCHEMA),
  /** Elements are in the wrong namespace, or in none. Further arguments: element, namespace. */
  NAMESPACE("GUI-026", Kind.SCHEMA),
  /** The root element is another one. Further arguments: element. */
  ROOT("GUI-027", Kind.SCHEMA),
  /** An attribute that isn't known. Further arguments: element, attribute. */
  UNKNOWN_ATTRIBUTE("GUI-028", Kind.SCHEMA),
  /** An attribute whose value can't be. Further arguments: element, attribute. */
  ATTRIBUTE_VALUE("GUI-029", Kind.SCHEMA),
  /** Text where only elements may be. Further arguments: element. */
  STRAY_TEXT("GUI-030", Kind.SCHEMA),
  /** Elements where only text may be. Further arguments: element. */
  NOT_A_VALUE("GUI-031", Kind.SCHEMA),
  /** An empty element that must have a value. Further arguments: element. */
  EMPTY_VALUE("GUI-032", Kind.SCHEMA),
  /** An empty element that could be nil. Further arguments: element. */
  EMPTY_NOT_NIL("GUI-033", Kind.SCHEMA),
  /** The word for nil instead of the attribute. Further arguments: element, the word. */
  NIL_AS_TEXT("GUI-034", Kind.SCHEMA),
  /** An element that is nil and holds something. Further arguments: element. */
  NIL_NOT_EMPTY("GUI-035", Kind.SCHEMA),
  /** An element is nil that mustn't. Further arguments: element. */
  NIL_NOT_ALLOWED("GUI-036", Kind.SCHEMA),
  /** A value of no list. Further arguments: element, the value, the list. */
  NOT_IN_LIST("GUI-037", Kind.SCHEMA),
  /** A value with blanks around it. Further arguments: element, the right value. */
  BLANKS_AROUND_VALUE("GUI-038", Kind.SCHEMA),
  /** A value in other letters. Further arguments: element, the value, the right value. */
  WRITTEN_OTHERWISE("GUI-039", Kind.SCHEMA),
  /** A text is too long. Further arguments: element, its length, the greatest length. */
  TOO_LONG("GUI-040", Kind.SCHEMA),
  /** A text has another length than it must. Further arguments: element, its length, the right. */
  WRONG_LENGTH("GUI-041", Kind.SCHEMA),
  /** A date that no calendar has. Further arguments: element, the value. */
  NO_SUCH_DATE("GUI-042", Kind.SCHEMA),
  /** A date in another form. Further arguments: element, the value. */
  DATE_FORM("GUI-043", Kind.SCHEMA),
  /** Neither true nor false. Further arguments: element, the value. */
  NOT_A_BOOLEAN("GUI-044", Kind.SCHEMA),
  /** Not a whole number. Further arguments: element, the value. */
  NOT_A_NUMBER("GUI-045", Kind.SCHEMA),
  /** A number out of range. Further arguments: element, the value, least, greatest. */
  OUT_OF_RANGE("GUI-046", Kind.SCHEMA),
  /** A timestamp in UTC, by the letter Z. Further arguments: element, the value. */
  TIMESTAMP_IN_UTC("GUI-047", Kind.SCHEMA),
  /** A timestamp with a fraction of a second. Further arguments: element, the value. */
  TIMESTAMP_FRACTION("GUI-048", Kind.SCHEMA),
  /** A timestamp without an offset. Further arguments: element, the value. */
  TIMESTAMP_OFFSET("GUI-049", Kind.SCHEMA),
  /** A timestamp in another form. Further arguments: element, the value. */
  TIMESTAMP_FORM("GUI-050", Kind.SCHEMA),
  /** A national number with its key. Further arguments: element. */
  NIR_WITH_KEY("GUI-051", Kind.SCHEMA),
  /** A national number that can't be one. Further arguments: element. */
  NIR_FORM("GUI-052", Kind.SCHEMA),
  /** What the parser says once more of the value that the finding before is about. */
  VALUE_REPEATED("GUI-053", Kind.SCHEMA),
  /** None of several elements is there. Further arguments: parent, what there may be. */
  MISSING_CHOICE("GUI-054", Kind.SCHEMA),

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
  NOTHING_TO_TAKE_BACK("GUI-011", Kind.REGISTER),
  /**
   * Nobody in the register agrees in what is compulsory. Arguments: what differs in whoever comes
   * near, three by three: element, value of the register or nothing, value of the file.
   */
  HOLDER_UNKNOWN("GUI-201", Kind.REGISTER),
  /**
   * Several people agree in what is compulsory, none of them was born on that day. Arguments: as
   * for {@link #HOLDER_UNKNOWN}.
   */
  HOLDER_UNKNOWN_ON_DAY("GUI-202", Kind.REGISTER),
  /**
   * Several people of the register agree. Arguments: how many, and the elements that would tell
   * them apart.
   */
  SEVERAL_HOLDERS("GUI-203", Kind.REGISTER),
  /** Identities are to be checked, and there is no register. */
  NO_REGISTER("GUI-204", Kind.REGISTER, Severity.WARNING),
  /**
   * Some holders are named in a way in which none is looked up. Arguments: how many, how many of
   * them by training file, how many by national number.
   */
  IDENTITY_NOT_CHECKED("GUI-205", Kind.REGISTER, Severity.WARNING);

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

  /** Whether its first argument is the parser's message, which the rapport quotes. */
  public boolean quotesParser() {
    return kind == Kind.SCHEMA && this != AND_MORE;
  }

  /**
   * Whether it says again what the finding before it says: the parser has two messages for one bad
   * value. Whoever shows findings to people leaves it out.
   */
  public boolean repeats() {
    return this == VALUE_REPEATED;
  }

  /** Whether it matters to a file that takes passages back. */
  public boolean countsWhenTakingBack() {
    return kind == Kind.READING || kind == Kind.SCHEMA || this == NOTHING_TO_TAKE_BACK;
  }

  /** What it says about the quality of the data. */
  public Dimension dimension() {
    return switch (this) {
      case MISSING_ELEMENT,
          MISSING_CHOICE,
          EMPTY_VALUE,
          EMPTY_NOT_NIL,
          NIL_NOT_ALLOWED,
          NO_SCORE,
          NO_VAE_ROUTE,
          BLANK_NAME ->
          Dimension.COMPLETENESS;
      case INSEE_FORM,
          POSTAL_FORM,
          COUNTRY_CODE,
          DIGIT_IN_NAME,
          ODD_NAME,
          BLANKS_AROUND_ID,
          BLANKS_AROUND_NAME,
          NIR_MONTH ->
          Dimension.VALIDITY;
      case CERTIFICATION_TYPE, CERTIFICATION_CODE -> Dimension.VALIDITY;
      case DUPLICATE -> Dimension.UNIQUENESS;
      case LATE, VALID_FROM_FUTURE -> Dimension.TIMELINESS;
      default ->
          kind == Kind.SCHEMA || kind == Kind.READING ? Dimension.VALIDITY : Dimension.CONSISTENCY;
    };
  }

  /** How far it reaches unless settings say otherwise; for the schema's, within a passage. */
  public Severity usual() {
    return usual;
  }
}
