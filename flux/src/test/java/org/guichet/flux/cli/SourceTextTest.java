package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.guichet.flux.cli.SourceText.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
  @TempDir private Path folder;

  private SourceText open(String text, Charset charset) throws IOException {
    Path file = Files.write(folder.resolve("a.xml"), text.getBytes(charset));
    return new SourceText(file, charset.name());
  }

  private static Part part(SourceText source, int line, int column) throws IOException {
    return Objects.requireNonNull(source.around(line, column));
  }

  @Test
  void countsLinesByAnyLineEnd() throws IOException {
    try (SourceText source = open("one\ntwo\r\nthree\rfour", UTF_8)) {
      assertThat(part(source, 2, 1)).isEqualTo(new Part("two", 1, 4, true));
      assertThat(part(source, 3, 2).text()).isEqualTo("three");
      assertThat(part(source, 4, 0).text()).isEqualTo("four");
      assertThat(source.around(5, 1)).isNull();
    }
  }

  @Test
  void aByteOrderMarkIsNoCharacter() throws IOException {
    try (SourceText source = open("\uFEFF<a/>", UTF_8)) {
      assertThat(part(source, 1, 1).text()).isEqualTo("<a/>");
    }
    try (SourceText source = open("\uFEFF<a/>", UTF_16BE)) {
      assertThat(part(source, 1, 1).text()).isEqualTo("<a/>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void findsEveryPlaceOfALongFileInAnyOrder(String encoding) throws IOException {
    Random random = new Random(7);
    String[] lines = new String[3_000];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = (i + ":é€😀x").repeat(1 + random.nextInt(40));
    }
    lines[1_500] = "€".repeat(100_000) + "HERE" + "é😀".repeat(60_000);
    try (SourceText source = open(String.join("\r\n", lines), Charset.forName(encoding))) {
      for (int n = 0; n < 500; n++) {
        int line = random.nextInt(lines.length);
        int column = 1 + random.nextInt(lines[line].length());
        Part part = part(source, line + 1, column);
        assertThat(lines[line].substring(part.from() - 1, part.to() - 1)).isEqualTo(part.text());
        assertThat(column).isBetween(part.from(), part.to());
      }
      assertThat(part(source, 1_501, 100_001).text()).contains("€HEREé😀");
    }
  }

  @Test
  void anUnknownEncodingIsShownByteByByte() throws IOException {
    Path file = Files.write(folder.resolve("a.xml"), new byte[] {'<', 'a', 1, '\n', 'b'});
    try (SourceText source = new SourceText(file, "no such encoding")) {
      assertThat(part(source, 1, 1).text()).isEqualTo("<a·");
    }
  }
}
