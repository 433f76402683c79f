package org.guichet.roster.control.heading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guichet.platform.control.EditDistance;
import org.guichet.roster.entity.ColumnMapping;
import org.guichet.roster.entity.ColumnMapping.Reason;
import org.guichet.roster.entity.Heading;
import org.guichet.roster.entity.HeadingWishes;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * Says of each column what it means: what people said, then the dictionary, then a header that
 * differs by a letter or two, then what stands in the column.
 */
public final class HeaderRecognition {
  private static final int SAMPLES = 5;
  private static final int SHORTEST_FOR_ONE_SLIP = 5;
  private static final int SHORTEST_FOR_TWO_SLIPS = 9;

  private final HeaderDictionary dictionary;

  public HeaderRecognition(HeaderDictionary dictionary) {
    this.dictionary = dictionary;
  }

  public Heading recognise(TableShape shape, Profile profile, HeadingWishes wishes) {
    List<Found> found = new ArrayList<>();
    for (int column = 0; column < shape.headers().size(); column++) {
      found.add(byWord(column, shape.headers().get(column), profile, wishes));
    }
    byContent(found, shape, profile);
    return heading(found, shape, profile);
  }

  private Found byWord(int column, String header, Profile profile, HeadingWishes wishes) {
    NumberedHeader known = NumberedHeader.of(header, dictionary, profile);
    RosterField chosen = wishes.chosen().get(column);
    if (chosen != null) {
      return new Found(column, header, chosen, known.number(), Reason.CHOSEN, "");
    }
    RosterField remembered = wishes.remembered().get(HeaderWord.normal(header));
    if (remembered != null) {
      return new Found(column, header, remembered, known.number(), Reason.REMEMBERED, "");
    }
    if (known.field() != null) {
      return new Found(column, header, known.field(), known.number(), Reason.KNOWN, "");
    }
    return nearly(known.normal(), profile)
        .map(
            word ->
                new Found(
                    column,
                    header,
                    dictionary.meaning(profile, word).orElse(null),
                    0,
                    Reason.NEARLY,
                    word))
        .orElseGet(() -> new Found(column, header, null, 0, Reason.UNKNOWN, ""));
  }

  /** The one header that comes nearest, if the words of one field only come so near. */
  private Optional<String> nearly(String normal, Profile profile) {
    int most =
        normal.length() >= SHORTEST_FOR_TWO_SLIPS
            ? 2
            : normal.length() >= SHORTEST_FOR_ONE_SLIP ? 1 : 0;
    String best = null;
    int least = most + 1;
    Set<RosterField> meanings = EnumSet.noneOf(RosterField.class);
    for (Map.Entry<String, RosterField> word : dictionary.words(profile).entrySet()) {
      if (most == 0 || Math.abs(word.getKey().length() - normal.length()) > most) {
        continue;
      }
      int slips = EditDistance.between(normal, word.getKey());
      if (slips < least) {
        meanings.clear();
        best = word.getKey();
        least = slips;
      }
      if (slips == least && slips <= most) {
        meanings.add(word.getValue());
      }
    }
    return meanings.size() == 1 ? Optional.ofNullable(best) : Optional.empty();
  }

  private void byContent(List<Found> found, TableShape shape, Profile profile) {
    Set<RosterField> taken = EnumSet.noneOf(RosterField.class);
    found.forEach(
        f -> {
          if (f.field != null) {
            taken.add(f.field);
          }
        });
    for (int i = 0; i < found.size(); i++) {
      Found unknown = found.get(i);
      if (unknown.field != null) {
        continue;
      }
      Optional<RosterField> look =
          ColumnContent.looksLike(cells(shape, unknown.column))
              .filter(field -> !taken.contains(field))
              .filter(field -> dictionary.words(profile).containsValue(field));
      if (look.isPresent()) {
        taken.add(look.get());
        found.set(i, new Found(unknown.column, unknown.header, look.get(), 0, Reason.CONTENT, ""));
      }
    }
  }

  private static List<String> cells(TableShape shape, int column) {
    return shape.sample().stream().map(row -> row.cell(column)).toList();
  }

  private static Heading heading(List<Found> found, TableShape shape, Profile profile) {
    List<ColumnMapping> columns = new ArrayList<>();
    List<RosterFinding> findings = new ArrayList<>();
    Set<RosterField> present = EnumSet.noneOf(RosterField.class);
    ChildBlocks blocks = new ChildBlocks();
    long line = shape.headerLine().value();
    for (Found each : found) {
      RosterField field = each.field;
      Reason reason = each.reason;
      List<String> samples =
          cells(shape, each.column).stream().filter(c -> !c.isBlank()).limit(SAMPLES).toList();
      if (field == null && (!each.header.isBlank() || !samples.isEmpty())) {
        findings.add(RosterFinding.at(RosterCode.UNKNOWN_COLUMN, line, each.header));
      }
      if (field != null && !field.isRepeatable() && !present.add(field)) {
        findings.add(RosterFinding.in(field, RosterCode.COLUMN_TWICE, line, each.header));
        field = null;
        reason = Reason.TWICE;
      }
      if (field != null) {
        present.add(field);
      }
      int block = field != null && field.isOfChild() ? blocks.place(field, each.number) : 0;
      columns.add(
          new ColumnMapping(each.column, each.header, field, block, reason, each.like, samples));
    }
    for (RosterField missing : RequiredColumns.missing(profile, present)) {
      findings.add(RosterFinding.in(missing, RosterCode.MISSING_COLUMN, line, ""));
    }
    return new Heading(columns, findings);
  }

  private record Found(
      int column,
      String header,
      @Nullable RosterField field,
      int number,
      Reason reason,
      String like) {}

  /** Which columns tell of the same child: by their numbers, or as they come. */
  private static final class ChildBlocks {
    private final Set<RosterField> seen = EnumSet.noneOf(RosterField.class);
    private int block = 1;
    private @Nullable RosterField last;

    int place(RosterField field, int number) {
      if (number > 0) {
        return number;
      }
      boolean anotherClass = field == RosterField.CHILD_CLASS && last == field;
      if (!anotherClass && !seen.add(field)) {
        block++;
        seen.clear();
        seen.add(field);
      }
      last = field;
      return block;
    }
  }
}
