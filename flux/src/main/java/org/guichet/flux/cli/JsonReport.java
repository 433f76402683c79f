package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Locale;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.PlacedFinding;
import org.jspecify.annotations.Nullable;

/** For programs: one object a line and file, all findings in it, in the order of the file. */
final class JsonReport implements Report {
  private final Writer out;
  private final Locale locale;
  private final boolean register;

  /**
   * @param register whether identities are checked
   */
  JsonReport(OutputStream out, Locale locale, boolean register) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    this.locale = locale;
    this.register = register;
  }

  @Override
  public void file(Checked checked) throws IOException {
    Analysis analysis = checked.analysis();
    out.write("{\"file\":");
    text(checked.input().name());
    out.write(",\"schemaValid\":" + analysis.schemaValid());
    out.write(",\"outcome\":\"" + analysis.outcome() + '"');
    out.write(",\"passages\":" + analysis.passages());
    out.write(",\"rejected\":" + analysis.rejected());
    out.write(",\"identityChecked\":" + register);
    out.write(",\"findings\":[");
    boolean[] first = {true};
    analysis.forEachFinding(
        placed -> {
          if (!first[0]) {
            out.write(',');
          }
          first[0] = false;
          finding(placed);
        });
    out.write("]}\n");
    out.flush();
  }

  private void finding(PlacedFinding placed) throws IOException {
    Finding finding = placed.finding();
    out.write("{\"code\":\"" + finding.code().number() + '"');
    out.write(",\"severity\":\"" + finding.severity() + '"');
    out.write(",\"line\":" + finding.line());
    out.write(",\"column\":" + finding.column());
    out.write(",\"path\":");
    text(finding.path());
    out.write(",\"idTechnique\":");
    text(placed.idTechnique());
    out.write(",\"value\":");
    text(finding.value());
    out.write(",\"message\":");
    text(FindingTexts.explanation(finding, locale));
    out.write('}');
  }

  private void text(@Nullable String text) throws IOException {
    if (text == null) {
      out.write("null");
      return;
    }
    out.write('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.write('"');
  }

  private void character(char character) throws IOException {
    switch (character) {
      case '"' -> out.write("\\\"");
      case '\\' -> out.write("\\\\");
      case '\n' -> out.write("\\n");
      case '\r' -> out.write("\\r");
      case '\t' -> out.write("\\t");
      default -> {
        // Terminals take some for orders, some readers take U+2028 for a line end.
        if (character < 0x20
            || (character >= 0x7F && character < 0xA0)
            || character == '\u2028'
            || character == '\u2029') {
          out.write(String.format("\\u%04x", (int) character));
        } else {
          out.write(character);
        }
      }
    }
  }
}
