package org.guichet.roster.control.planning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guichet.roster.control.heading.RequiredColumns;
import org.guichet.roster.entity.ChildMention;
import org.guichet.roster.entity.ColumnMapping;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReadPerson;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RosterSeverity;
import org.guichet.roster.entity.RowRef;
import org.guichet.roster.entity.SourceRow;
import org.jspecify.annotations.Nullable;

/** Makes somebody of a row: values in order, and what is wrong with them. */
public final class RowReading {
  private static final int NAME_AT_MOST = 100;
  private static final int VALUE_AT_MOST = 255;
  private static final int CHILD_AT_LEAST = 2;
  private static final int PARENT_AT_LEAST = 12;
  private static final int AT_MOST = 110;

  private final Profile profile;
  private final List<ColumnMapping> columns;
  private final ClassMapping classes;
  private final LocalDate today;
  private final List<RosterField> compulsory;
  private final List<RosterField> advised;
  private final int width;

  /**
   * Reads rows of one file.
   *
   * @param today for ages, and for years of two digits
   */
  public RowReading(
      Profile profile, List<ColumnMapping> columns, ClassMapping classes, LocalDate today) {
    this.profile = profile;
    this.columns =
        columns.stream()
            .filter(c -> c.field() != null && c.field() != RosterField.IGNORED)
            .toList();
    this.classes = classes;
    this.today = today;
    compulsory = RequiredColumns.of(profile);
    advised = RequiredColumns.advised(profile);
    width = columns.size();
  }

  /** The same for who somebody is only: nothing else is read, and nothing judged. */
  RowReading identity() {
    return new RowReading(this);
  }

  private RowReading(RowReading whole) {
    profile = whole.profile;
    columns = whole.columns.stream().filter(c -> tells(c.field())).toList();
    classes = whole.classes;
    today = whole.today;
    compulsory = List.of();
    advised = List.of();
    width = Integer.MAX_VALUE;
  }

  private static boolean tells(@Nullable RosterField field) {
    return field != null
        && switch (field) {
          case EXTERNAL_ID, INE, LAST_NAME, USAGE_NAME, FIRST_NAME, BIRTH_DATE -> true;
          case EMAIL, ADDRESS, POSTAL_CODE, CLASS -> true;
          default -> field.isOfChild();
        };
  }

  /**
   * Reads a row.
   *
   * @param edits by column from 0, what somebody typed instead of the file's value
   */
  public ReadPerson read(SourceRow row, RowRef ref, Map<Integer, String> edits) {
    Building building = new Building(row.line());
    for (ColumnMapping column : columns) {
      String edited = edits.get(column.column());
      String text = CellText.clean(edited == null ? row.cell(column.column()) : edited);
      if (!text.isEmpty()) {
        building.take(column, text);
      }
    }
    building.judge(row);
    return new ReadPerson(
        profile, ref, building.values, building.labels, building.mentions(), building.findings);
  }

  /** One row on its way. */
  private final class Building {
    private final long line;
    private final Map<RosterField, String> values = new EnumMap<>(RosterField.class);
    private final List<String> labels = new ArrayList<>(2);
    private final List<RosterFinding> findings = new ArrayList<>(0);
    private @Nullable Map<Integer, Map<RosterField, String>> children;
    private @Nullable Map<Integer, List<String>> childClasses;

    Building(long line) {
      this.line = line;
    }

    void take(ColumnMapping column, String text) {
      RosterField field = column.field();
      if (field == null) {
        return;
      }
      if (field == RosterField.CLASS) {
        add(labels, text);
      } else if (field == RosterField.CHILD_CLASS) {
        childClasses = childClasses == null ? new TreeMap<>() : childClasses;
        add(childClasses.computeIfAbsent(column.block(), b -> new ArrayList<>(1)), text);
      } else if (field.isOfChild()) {
        children = children == null ? new TreeMap<>() : children;
        children
            .computeIfAbsent(column.block(), b -> new EnumMap<>(RosterField.class))
            .put(field, text);
      } else {
        String value = value(field, text);
        if (value != null) {
          values.merge(field, value, (one, other) -> one + ", " + other);
        }
      }
    }

    private void add(List<String> to, String label) {
      String target = cut(RosterField.CLASS, classes.target(label));
      if (!target.isEmpty() && !to.contains(target)) {
        to.add(target);
      }
    }

    private @Nullable String value(RosterField field, String text) {
      return switch (field) {
        case BIRTH_DATE -> date(text);
        case LAST_NAME, FIRST_NAME, USAGE_NAME -> name(field, text);
        case SEX -> or(field, CellText.sex(text), RosterCode.SEX_UNKNOWN, text);
        case CIVILITY -> or(field, CellText.civility(text), RosterCode.CIVILITY_UNKNOWN, text);
        case INE -> or(field, CellText.ine(text), RosterCode.INE_ODD, text);
        case EMAIL ->
            or(field, CellText.isEmail(text) ? text : null, RosterCode.EMAIL_MALFORMED, text);
        case PHONE_HOME, PHONE_MOBILE, PHONE_WORK ->
            or(field, CellText.phone(text), RosterCode.PHONE_ODD, text);
        default -> cut(field, text);
      };
    }

    private @Nullable String or(
        RosterField field, @Nullable String value, RosterCode otherwise, String text) {
      if (value == null) {
        findings.add(RosterFinding.in(field, otherwise, line, text));
      }
      return value;
    }

    private String cut(RosterField field, String text) {
      if (text.length() <= VALUE_AT_MOST) {
        return text;
      }
      findings.add(
          RosterFinding.in(
              field, RosterCode.VALUE_TOO_LONG, line, text, Integer.toString(VALUE_AT_MOST)));
      return text.substring(0, VALUE_AT_MOST);
    }

    private String name(RosterField field, String text) {
      if (text.length() > NAME_AT_MOST) {
        findings.add(
            RosterFinding.in(
                field, RosterCode.NAME_TOO_LONG, line, text, Integer.toString(NAME_AT_MOST)));
      } else if (!CellText.isName(text)) {
        findings.add(RosterFinding.in(field, RosterCode.NAME_ODD, line, text));
      }
      return text;
    }

    private @Nullable String date(String text) {
      DateText read = DateText.of(text, today);
      LocalDate date = read.date();
      RosterCode problem = read.problem();
      if (date != null && date.isAfter(today)) {
        problem = RosterCode.FUTURE_DATE;
      }
      if (date == null || problem != null) {
        RosterFinding finding =
            RosterFinding.in(
                RosterField.BIRTH_DATE,
                problem == null ? RosterCode.NOT_A_DATE : problem,
                line,
                text);
        findings.add(profile == Profile.PUPIL ? finding.withSeverity(RosterSeverity.ROW) : finding);
        return null;
      }
      long age = ChronoUnit.YEARS.between(date, today);
      if (age < (profile == Profile.PUPIL ? CHILD_AT_LEAST : PARENT_AT_LEAST) || age > AT_MOST) {
        findings.add(
            RosterFinding.in(
                RosterField.BIRTH_DATE,
                RosterCode.IMPLAUSIBLE_AGE,
                line,
                text,
                Long.toString(age)));
      }
      return date.toString();
    }

    private boolean says(RosterField field) {
      return field == RosterField.CLASS ? !labels.isEmpty() : values.containsKey(field);
    }

    void judge(SourceRow row) {
      for (RosterField field : compulsory) {
        if (!says(field) && findings.stream().noneMatch(f -> f.field() == field && f.blocks())) {
          findings.add(RosterFinding.in(field, RosterCode.MISSING_VALUE, line, ""));
        }
      }
      for (RosterField field : advised) {
        if (!says(field) && findings.stream().noneMatch(f -> f.field() == field)) {
          findings.add(RosterFinding.in(field, RosterCode.ADVISED_VALUE, line, ""));
        }
      }
      for (int column = width; column < row.cells().size(); column++) {
        if (!row.cell(column).isBlank()) {
          findings.add(RosterFinding.at(RosterCode.EXTRA_CELLS, line, row.cell(column)));
          break;
        }
      }
    }

    /** The children that can be looked for; the first one is compulsory. */
    List<ChildMention> mentions() {
      if (profile != Profile.PARENT) {
        return List.of();
      }
      Map<Integer, Map<RosterField, String>> blocks = new TreeMap<>();
      if (children != null) {
        blocks.putAll(children);
      }
      if (childClasses != null) {
        childClasses.keySet().forEach(block -> blocks.putIfAbsent(block, Map.of()));
      }
      List<ChildMention> mentions = new ArrayList<>();
      blocks.forEach((block, said) -> mention(block, said, mentions));
      boolean told = findings.stream().anyMatch(f -> f.field() != null && f.field().isOfChild());
      if (mentions.isEmpty() && !told) {
        missing(RosterField.CHILD_LAST_NAME, true, "");
      }
      return mentions;
    }

    private void mention(int block, Map<RosterField, String> said, List<ChildMention> mentions) {
      ChildMention child =
          new ChildMention(
              said.getOrDefault(RosterField.CHILD_ID, ""),
              said.getOrDefault(RosterField.CHILD_LAST_NAME, ""),
              said.getOrDefault(RosterField.CHILD_USAGE_NAME, ""),
              said.getOrDefault(RosterField.CHILD_FIRST_NAME, ""),
              childClasses == null ? List.of() : childClasses.getOrDefault(block, List.of()));
      if (!child.externalId().isEmpty()) {
        mentions.add(child);
      } else if (child.lastName().isEmpty() && child.usageName().isEmpty()) {
        missing(RosterField.CHILD_LAST_NAME, block == 1, child.shown());
      } else if (child.firstName().isEmpty()) {
        missing(RosterField.CHILD_FIRST_NAME, block == 1, child.shown());
      } else if (child.classes().isEmpty()) {
        missing(RosterField.CHILD_CLASS, block == 1, child.shown());
      } else {
        mentions.add(child);
      }
    }

    private void missing(RosterField field, boolean first, String shown) {
      RosterCode code = first ? RosterCode.MISSING_VALUE : RosterCode.CHILD_INCOMPLETE;
      findings.add(RosterFinding.in(field, code, line, shown));
    }
  }
}
