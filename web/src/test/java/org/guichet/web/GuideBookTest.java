package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideBookTest {
  private static final Path DOCS = Path.of("..", "docs");

  private final GuideBook book = new GuideBook();

  @BeforeEach
  void open() {
    book.context = files();
    book.assets = new Assets();
    book.assets.context = book.context;
  }

  @ParameterizedTest
  @CsvSource({
    "import-guide, fr, En bref, import-files-taken-fr.png, English",
    "import-guide, en, In short, import-files-taken-en.png, Français",
    "depositor-guide, fr, En bref, deposit-fr.png, English",
    "depositor-guide, en, In short, deposit-en.png, Français"
  })
  void showsEachGuideInEachLanguage(
      String name, Locale language, String first, String picture, String other) {
    Document page = Jsoup.parse(book.html(name, language));

    assertThat(page.select("h1")).isEmpty();
    assertThat(page.select("h2").eachText()).startsWith(first);
    assertThat(page.select("table")).isNotEmpty();
    assertThat(page.text()).doesNotContain(other).doesNotContain("###").doesNotContain("![");
    assertThat(page.select("img"))
        .isNotEmpty()
        .allSatisfy(
            image -> {
              assertThat(image.attr("alt")).isNotBlank();
              assertThat(image.attr("src")).matches("/guichet/resources/pictures/.*\\?v=.*");
            });
    assertThat(page.select("a:has(> img)").eachAttr("href"))
        .isEqualTo(page.select("img").eachAttr("src"));
    assertThat(page.select("img").eachAttr("src")).anyMatch(src -> src.contains(picture));
  }

  /** The portal has no page for them. */
  @Test
  void leavesNoLinkToOtherDocuments() {
    Document page = Jsoup.parse(book.html("depositor-guide", Locale.FRENCH));

    assertThat(page.select("a:not(:has(img))")).isEmpty();
    assertThat(page.text()).contains("ce que votre client doit faire");
  }

  @Test
  void knowsNoOtherGuide() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book.html("no-guide", Locale.FRENCH))
        .withMessageContaining("no-guide");
  }

  /** The files of the documentation, where the build puts them. */
  private static ServletContext files() {
    return (ServletContext)
        Proxy.newProxyInstance(
            GuideBookTest.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getContextPath" -> "/guichet";
                  case "getResourceAsStream" -> file((String) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static @Nullable InputStream file(String path) {
    Path file =
        DOCS.resolve(path.replaceFirst("^/WEB-INF/guides/", "").replaceFirst("^/resources/", ""));
    try {
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
