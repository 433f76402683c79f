package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.PlacedFinding;
import org.guichet.flux.analysis.Summary.Cause;
import org.jspecify.annotations.Nullable;

/** For people: what is wrong, cause by cause, each at its place in the file, then the outcome. */
final class TextReport implements Report {
  /** So many findings of one cause are shown, unless all are wanted. */
  static final int SHOWN = 3;

  private static final int MARGIN = 7;

  private final Writer out;
  private final Style style;
  private final CheckTexts texts;
  private final Locale locale;
  private final Options options;
  private final Verdicts verdicts;

  /**
   * What is shown.
   *
   * @param all every finding
   * @param several whether several files are checked, so that they are counted
   * @param register whether identities are checked
   */
  record Options(boolean all, boolean several, boolean register) {}

  TextReport(OutputStream out, Style style, CheckTexts texts, Locale locale, Options options) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    this.style = style;
    this.texts = texts;
    this.locale = locale;
    this.options = options;
    this.verdicts = new Verdicts(style, texts);
  }

  @Override
  public void file(Checked checked) throws IOException {
    Analysis analysis = checked.analysis();
    List<Cause> causes =
        analysis.summary().causes().stream()
            .sorted(Comparator.comparing(Cause::severity)) // the order of frequency stays within
            .toList();
    if (!causes.isEmpty()) {
      try (SourceText source = new SourceText(checked.path(), analysis.end().encoding())) {
        for (Cause cause : causes) {
          tell(checked, cause, source);
        }
      }
    }
    line(verdicts.of(checked));
    out.flush();
  }

  @Override
  public void end() throws IOException {
    if (options.several()) {
      line(verdicts.together());
    }
    if (!options.register()) {
      line(style.dim(texts.get("identity-not-checked")));
    }
    out.flush();
  }

  private void tell(Checked checked, Cause cause, SourceText source) throws IOException {
    Telling telling = new Telling(checked.input().name(), source);
    int most = options.all() ? Integer.MAX_VALUE : SHOWN;
    try {
      checked
          .analysis()
          .forEachFinding(
              cause.code(),
              placed -> {
                if (placed.finding().severity() == cause.severity()) {
                  if (telling.count == most) {
                    throw new EnoughShown();
                  }
                  telling.tell(placed);
                }
              });
    } catch (EnoughShown e) {
      line(
          style.dim(
              " ".repeat(MARGIN)
                  + texts.count(
                      "others", cause.findings() - most, cause.code().number(), cause.passages())));
    }
    line("");
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  /** One finding after the other of one cause; what was said just before isn't said again. */
  private final class Telling {
    private final String file;
    private final SourceText source;
    private int count;
    private String explained = "";
    private String expected = "";
    private String mend = "";

    Telling(String file, SourceText source) {
      this.file = file;
      this.source = source;
    }

    void tell(PlacedFinding placed) throws IOException {
      Finding finding = placed.finding();
      count++;
      line(head(finding));
      quote(finding);
      if (placed.idTechnique() != null) {
        said(texts.get("passage", clean(placed.idTechnique())));
      } else if (placed.passage() > 0) {
        said(texts.get("passage-number", placed.passage()));
      }
      String newExplanation = clean(FindingTexts.explanation(finding, locale));
      if (!newExplanation.equals(explained)) {
        said(newExplanation);
        explained = newExplanation;
      }
      String newExpected = clean(FindingTexts.expected(finding, locale));
      if (!newExpected.equals(expected)) {
        said(style.bold(texts.get("expected")) + newExpected);
        expected = newExpected;
      }
      String newMend = clean(FindingTexts.mend(finding, locale));
      if (!newMend.equals(mend)) {
        said(style.bold(texts.get("mend")) + newMend);
        mend = newMend;
      }
    }

    private String head(Finding finding) {
      StringBuilder place = new StringBuilder(clean(file));
      if (finding.line() > 0) {
        place.append(':').append(finding.line());
      }
      if (finding.column() > 0) {
        place.append(':').append(finding.column());
      }
      return style.bold(place + ":")
          + " "
          + style.of(
              finding.severity(),
              texts.get("severity." + finding.severity()) + " " + finding.code().number())
          + " "
          + style.bold(FindingTexts.title(finding.code(), locale));
    }

    private void quote(Finding finding) throws IOException {
      SourceText.@Nullable Part part =
          finding.line() > 0 ? source.around(finding.line(), finding.column()) : null;
      if (part == null || part.text().isBlank()) {
        return;
      }
      Snippet snippet = Snippet.of(finding, part);
      String number = String.valueOf(finding.line());
      String margin = " ".repeat(Math.max(0, MARGIN - 2 - number.length()));
      line(style.margin(margin + number + " │ ") + snippet.text());
      line(
          style.margin(" ".repeat(margin.length() + number.length()) + " │ ")
              + " ".repeat(snippet.from())
              + style.of(finding.severity(), "^".repeat(snippet.length())));
    }

    private void said(String text) throws IOException {
      line(" ".repeat(MARGIN) + text);
    }
  }

  /** Without what would steer a terminal. */
  static String clean(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    return text.codePoints()
        .map(c -> c == '\n' || c == '\t' ? ' ' : Character.isISOControl(c) ? '\u00B7' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Ends the showing of findings. */
  private static final class EnoughShown extends IOException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this; // it says nothing that anybody would read
    }
  }
}
