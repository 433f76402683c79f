package org.guichet.notice.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a mail as plain text, in lines that end in CRLF, as mail wants them. */
final class TextPart {
  private TextPart() {}

  static String of(MailContent content) {
    List<String> blocks = new ArrayList<>();
    if (content.mark() != null) {
      blocks.add(content.mark());
    }
    content.blocks().forEach(block -> blocks.add(block(block)));
    blocks.add("--\n" + content.footer());
    return String.join("\n\n", blocks).lines().collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String block(MailContent.Block block) {
    if (block instanceof MailContent.Paragraph paragraph) {
      return paragraph.text();
    }
    if (block instanceof MailContent.Facts facts) {
      return facts.facts().stream()
          .map(fact -> fact.label() + fact.separator() + fact.value())
          .collect(Collectors.joining("\n"));
    }
    return table((MailContent.Table) block);
  }

  /** One row a line, since columns don't hold in a reader's own letters; titles name the values. */
  private static String table(MailContent.Table table) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(" | ", table.titles()));
    table
        .rows()
        .forEach(
            row ->
                lines.add(
                    row.stream()
                        .map(cell -> cell.isEmpty() ? "-" : cell)
                        .collect(Collectors.joining(" | "))));
    return String.join("\n", lines);
  }
}
