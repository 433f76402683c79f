package org.guichet.roster.control;

import static java.util.Map.entry;
import static org.guichet.roster.entity.RosterField.BIRTH_DATE;
import static org.guichet.roster.entity.RosterField.CHILD_CLASS;
import static org.guichet.roster.entity.RosterField.CHILD_FIRST_NAME;
import static org.guichet.roster.entity.RosterField.CHILD_LAST_NAME;
import static org.guichet.roster.entity.RosterField.CIVILITY;
import static org.guichet.roster.entity.RosterField.CLASS;
import static org.guichet.roster.entity.RosterField.EMAIL;
import static org.guichet.roster.entity.RosterField.EXTERNAL_ID;
import static org.guichet.roster.entity.RosterField.FIRST_NAME;
import static org.guichet.roster.entity.RosterField.FUNCTION;
import static org.guichet.roster.entity.RosterField.INE;
import static org.guichet.roster.entity.RosterField.LAST_NAME;
import static org.guichet.roster.entity.RosterField.PHONE_MOBILE;
import static org.guichet.roster.entity.RosterField.SEX;
import static org.guichet.roster.entity.RosterField.USAGE_NAME;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.guichet.roster.control.heading.HeaderDictionary;
import org.guichet.roster.control.heading.RequiredColumns;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;

/** A file for each profile to be filled in: columns, compulsory ones with a star, and one row. */
public final class Templates {
  private static final char MARK = '\uFEFF';
  private static final List<RosterField> CHILD =
      List.of(CHILD_LAST_NAME, CHILD_FIRST_NAME, CHILD_CLASS);
  private static final Map<RosterField, String> INVENTED =
      Map.ofEntries(
          entry(EXTERNAL_ID, "E-0001"),
          entry(INE, "123456789AB"),
          entry(LAST_NAME, "FICTIF"),
          entry(USAGE_NAME, ""),
          entry(FIRST_NAME, "Camille"),
          entry(BIRTH_DATE, "01/09/2015"),
          entry(SEX, "F"),
          entry(CIVILITY, "Mme"),
          entry(CLASS, "CE2 Tilleuls"),
          entry(EMAIL, "camille.fictif@example.org"),
          entry(PHONE_MOBILE, "06 39 98 00 01"),
          entry(FUNCTION, "Secrétaire"),
          entry(CHILD_LAST_NAME, "FICTIF"),
          entry(CHILD_FIRST_NAME, "Noa"),
          entry(CHILD_CLASS, "CE2 Tilleuls"));

  private final HeaderDictionary dictionary;

  public Templates(HeaderDictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** As CSV that French spreadsheets open by a double click. Leaves the stream open. */
  public void csv(Profile profile, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(MARK);
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.EXCEL.builder().setDelimiter(';').get());
    for (List<String> row : rows(profile)) {
      csv.printRecord(row);
    }
    csv.flush();
  }

  /** As a workbook, whose cells are texts. Leaves the stream open. */
  public void xlsx(Profile profile, OutputStream out) throws IOException {
    Workbook book = new Workbook(out, "Guichet", null);
    Worksheet sheet = book.newWorksheet("Import");
    sheet.freezePane(0, 1);
    List<List<String>> rows = rows(profile);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        sheet.inlineString(row, column, rows.get(row).get(column));
        sheet.style(row, column).format("@").set();
      }
    }
    book.finish();
  }

  private List<List<String>> rows(Profile profile) {
    List<String> headers = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<RosterField> required = new ArrayList<>(RequiredColumns.of(profile));
    required.addAll(profile == Profile.PARENT ? CHILD : List.of());
    Set<RosterField> filled = EnumSet.noneOf(RosterField.class);
    for (RosterField field : columns(profile)) {
      headers.add(dictionary.title(profile, field) + (required.remove(field) ? "*" : ""));
      values.add(filled.add(field) ? INVENTED.getOrDefault(field, "") : "");
    }
    return List.of(headers, values);
  }

  /** What a file of the profile is asked for, in its order; classes and children more than once. */
  public static List<RosterField> columns(Profile profile) {
    List<RosterField> columns = new ArrayList<>();
    switch (profile) {
      case PUPIL ->
          columns.addAll(
              List.of(EXTERNAL_ID, INE, LAST_NAME, USAGE_NAME, FIRST_NAME, BIRTH_DATE, SEX, CLASS));
      case PARENT -> {
        columns.addAll(List.of(EXTERNAL_ID, CIVILITY, LAST_NAME, USAGE_NAME, FIRST_NAME));
        columns.addAll(List.of(EMAIL, PHONE_MOBILE));
        columns.addAll(CHILD);
        columns.addAll(CHILD);
      }
      case TEACHER ->
          columns.addAll(
              List.of(EXTERNAL_ID, CIVILITY, LAST_NAME, FIRST_NAME, EMAIL, CLASS, CLASS));
      case STAFF, GUEST ->
          columns.addAll(List.of(EXTERNAL_ID, CIVILITY, LAST_NAME, FIRST_NAME, EMAIL, FUNCTION));
    }
    return columns;
  }
}
