package org.guichet.web.deposits;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.flux.ElementRule;
import org.guichet.flux.ElementTexts;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.ValueRule;
import org.guichet.flux.edit.PassageFields;
import org.guichet.flux.edit.PassageText;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one passage as a form shows them: labelled, with what may stand in them, and with
 * what is wrong. A parameter of the form is called {@code <position>:<path of the field>}.
 */
final class PassageForm {
  private static final String RESULT = "/niveauNumeriqueEuropeen/resultats/resultat[";
  private static final int LONGEST = 255;

  /** What a choice sends for nothing: Facelets leaves an empty value out, and the text is sent. */
  private static final String NOTHING = "(none)";

  private final int position;
  private final PassageText sent;
  private final PassageText now;
  private final List<Finding> left;
  private final Map<String, String> typed;
  private final Texts texts;

  /**
   * @param typed values that are shown instead of those of {@code now}
   */
  PassageForm(
      int position,
      PassageText sent,
      PassageText now,
      List<Finding> left,
      Map<String, String> typed,
      Texts texts) {
    this.position = position;
    this.sent = sent;
    this.now = now;
    this.left = left;
    this.typed = typed;
    this.texts = texts;
  }

  /** What somebody typed for a passage, by field; empty when the request has none of it. */
  static Map<String, String> typed(Map<String, String[]> parameters, int position) {
    String prefix = position + ":";
    Map<String, String> typed = new LinkedHashMap<>();
    PassageFields.paths().forEach(path -> put(parameters, prefix, path, typed));
    parameters.keySet().stream()
        .filter(name -> name.startsWith(prefix + "/"))
        .map(name -> name.substring(prefix.length()))
        .sorted()
        .forEach(path -> put(parameters, prefix, path, typed));
    return typed;
  }

  private static void put(
      Map<String, String[]> parameters, String prefix, String path, Map<String, String> typed) {
    String[] values = parameters.get(prefix + path);
    if (values != null && values.length > 0 && !typed.containsKey(path)) {
      typed.put(path, values[0].equals(NOTHING) ? "" : values[0]);
    }
  }

  /** Fields of the schema, those that the passage has beyond them, and one more result. */
  private Set<String> all() {
    Set<String> all = new LinkedHashSet<>();
    Set<String> there = new LinkedHashSet<>(sent.values().keySet());
    there.addAll(now.values().keySet());
    int results = 0;
    for (String path : there) {
      if (path.startsWith(RESULT)) {
        results =
            Math.max(results, Integer.parseInt(path.substring(RESULT.length(), path.indexOf(']'))));
      }
    }
    for (String path : PassageFields.paths()) {
      if (!path.startsWith(RESULT)) {
        all.add(path);
      } else if (path.startsWith(RESULT + "1]/niveau")) {
        for (int i = 1; i <= results + 1; i++) {
          for (String leaf : List.of("niveau", "domaineCompetenceId", "competenceId")) {
            all.add(RESULT + i + "]/" + leaf);
          }
        }
      }
    }
    all.addAll(there);
    return all;
  }

  /** The fields that something is wrong with, or was. */
  List<FormField> pointed(Set<String> faulty, boolean idEditable) {
    Set<String> wanted = new LinkedHashSet<>(faulty);
    left.stream()
        .filter(Finding::blocks)
        .forEach(finding -> wanted.addAll(PassageFields.of(finding, now)));
    return Stream.concat(
            all().stream().filter(wanted::contains),
            wanted.stream().filter(path -> !all().contains(path)))
        .map(path -> field(path, path.equals(PassageFields.ID) && !idEditable))
        .toList();
  }

  /** All but these, by what they belong to. */
  List<Section> sections(List<FormField> without, boolean idEditable) {
    Set<String> shown = new LinkedHashSet<>();
    without.forEach(field -> shown.add(field.path()));
    Map<String, List<FormField>> sections = new LinkedHashMap<>();
    for (String path : all()) {
      if (!shown.contains(path)) {
        sections
            .computeIfAbsent(section(path), key -> new ArrayList<>())
            .add(field(path, path.equals(PassageFields.ID) && !idEditable));
      }
    }
    return sections.entrySet().stream()
        .map(entry -> new Section(texts.text("passage.part." + entry.getKey()), entry.getValue()))
        .toList();
  }

  /** What a form sends of it that nobody touches, by field. */
  Map<String, String> values(Set<String> faulty, boolean idEditable) {
    List<FormField> pointed = pointed(faulty, idEditable);
    Map<String, String> values = new LinkedHashMap<>();
    Stream.concat(
            pointed.stream(),
            sections(pointed, idEditable).stream().flatMap(section -> section.fields().stream()))
        .filter(field -> !field.kind().equals("fixed"))
        .forEach(field -> values.put(field.path(), field.value()));
    return values;
  }

  private static String section(String path) {
    for (String part :
        List.of(
            "titulaire",
            "dossierFormation",
            "identifiantNational",
            "niveauNumeriqueEuropeen",
            "modalitesInscription")) {
      if (path.contains("/" + part + "/")) {
        return part;
      }
    }
    return PassageFields.rule(path) == null ? "unknown" : "passage";
  }

  /** What is wrong with the passage as a whole, and in no field of it. */
  List<Told> whole() {
    return left.stream()
        .filter(finding -> PassageFields.of(finding, now).isEmpty())
        .map(this::told)
        .toList();
  }

  private FormField field(String path, boolean fixed) {
    ElementRule rule = PassageFields.rule(path);
    ValueRule value = rule == null ? null : rule.value();
    String before = PassageText.oneLine(or(sent.value(path)));
    String current = typed.getOrDefault(path, PassageText.oneLine(or(value(path))));
    String kind = kind(value, current);
    return new FormField(
        path,
        position + ":" + path,
        "f" + position + path.replace('/', '-').replace("[", "-").replace("]", ""),
        label(path),
        help(path),
        fixed ? "fixed" : kind,
        kind.equals("select") ? options(value, current, rule) : List.of(),
        current,
        before,
        !before.equals(current),
        value == null ? LONGEST : Math.max(24, Math.min(LONGEST, value.maxLength())),
        left.stream()
            .filter(finding -> PassageFields.of(finding, now).contains(path))
            .map(finding -> toldAt(finding, current))
            .toList());
  }

  /** What texts on files say of nil, a form says otherwise. */
  private String help(String path) {
    String meaning = ElementTexts.meaning(name(path), texts.language()).strip();
    int nil = meaning.indexOf("xsi:nil");
    int before = meaning.lastIndexOf(';', Math.max(0, nil));
    return nil < 0 || before < 0
        ? meaning
        : texts.text("passage.or-empty", meaning.substring(0, before).strip());
  }

  /** Of an element that the schema hasn't, its text. */
  private @Nullable String value(String path) {
    return PassageFields.rule(path) == null ? now.values().get(path) : now.value(path);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String kind(@Nullable ValueRule value, String current) {
    if (value == null) {
      return "text";
    }
    if (!value.allowed().isEmpty() || value.type() == ValueRule.Type.BOOLEAN) {
      return "select";
    }
    return value.type() == ValueRule.Type.DATE && (current.isEmpty() || day(current))
        ? "date"
        : "text";
  }

  /** Whether a browser shows it in a date's input: any other it shows as empty, and sends so. */
  private static boolean day(String text) {
    try {
      return text.matches("\\d{4}-\\d\\d-\\d\\d") && LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private List<Option> options(
      @Nullable ValueRule value, String current, @Nullable ElementRule rule) {
    List<Option> options = new ArrayList<>();
    boolean needed = rule != null && rule.required() && !rule.nillable();
    options.add(
        new Option(
            "", texts.text(needed ? "passage.choose" : "passage.nothing"), current.isEmpty()));
    List<String> allowed =
        value == null || value.type() == ValueRule.Type.BOOLEAN
            ? List.of("true", "false")
            : value.allowed();
    for (String one : allowed) {
      options.add(new Option(one, texts.textOr("passage.value." + one, one), one.equals(current)));
    }
    if (!current.isEmpty() && !allowed.contains(current)) {
      options.add(
          new Option(
              current,
              texts.textOr("passage.value." + current, texts.text("passage.value.sent", current)),
              true));
    }
    return options;
  }

  private String label(String path) {
    String name = name(path);
    String label = texts.textOr("passage.field." + name, texts.text("passage.unknown", name));
    if (path.startsWith(RESULT)) {
      return texts.text(
          "passage.result", label, path.substring(RESULT.length(), path.indexOf(']')));
    }
    return path.endsWith("]") ? texts.text("passage.again", label) : label;
  }

  private static String name(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    int bracket = last.indexOf('[');
    return bracket < 0 ? last : last.substring(0, bracket);
  }

  /** What is missing is said of the field itself, not of what it is missing in. */
  private Told toldAt(Finding finding, String current) {
    Told told = told(finding);
    boolean missing =
        finding.code() == FindingCode.MISSING_ELEMENT
            || finding.code() == FindingCode.MISSING_CHOICE;
    return missing && current.isEmpty()
        ? new Told(
            told.blocks(),
            told.number(),
            told.title(),
            texts.text("passage.missing." + finding.code()),
            "",
            "")
        : told;
  }

  private Told told(Finding finding) {
    return told(finding, texts.language());
  }

  /** A finding in words. */
  static Told told(Finding finding, Locale language) {
    return new Told(
        finding.blocks(),
        finding.code().number(),
        FindingTexts.title(finding.code(), language),
        FindingTexts.explanation(finding, language),
        FindingTexts.expected(finding, language),
        FindingTexts.mend(finding, language));
  }

  /** Fields that belong together. */
  public record Section(String title, List<FormField> fields) {
    public Section {
      fields = List.copyOf(fields);
    }
  }

  /** A value to choose. */
  public record Option(String value, String text, boolean chosen) {}

  /** What is wrong with a field, and what to do. */
  public record Told(
      boolean blocks,
      String number,
      String title,
      String explanation,
      String expected,
      String mend) {}

  /**
   * A field.
   *
   * @param name of its parameter
   * @param id of its input
   * @param kind text, date, select, or fixed for one that can only be read
   * @param sent as it stands in the file
   * @param most characters
   */
  public record FormField(
      String path,
      String name,
      String id,
      String label,
      String help,
      String kind,
      List<Option> options,
      String value,
      String sent,
      boolean changed,
      int most,
      List<Told> told) {
    public FormField {
      options = List.copyOf(options);
      told = List.copyOf(told);
    }

    /** Whether what stands in it would be refused. */
    public boolean wrong() {
      return told.stream().anyMatch(Told::blocks);
    }

    /** Ids of what describes it. */
    public String describedBy() {
      return id + "-m" + (help.isEmpty() ? "" : " " + id + "-h");
    }
  }
}
