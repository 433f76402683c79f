package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in every state is sound: axe finds nothing, nothing is wider than the window, no text
 * is missing, the browser has no complaint. By {@code ./guichet screens} in each language, width
 * and light, with pictures in {@code target/screens}; in the ordinary suite, which has to be quick,
 * there is a picture of what isn't sound.
 */
@Tag("screens")
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenesST {
  private static final int NARROW = 390;
  private static final int NARROWEST = 320;
  private static final int HEIGHT = 900;
  private static final String WANTED = System.getProperty("guichet.scenes", "");
  private static final boolean ALL = Boolean.getBoolean("guichet.screens");

  /** In a picture of the whole page, what sticks to the window's lower edge covers its middle. */
  private static final String UNDOCK =
      "for (const dock of document.querySelectorAll('.dock')) dock.style.position = 'static'";

  private static final boolean PICTURES =
      ALL || !WANTED.isEmpty() || Boolean.getBoolean("guichet.docs.write");

  private final Chromium chromium;
  private final Cast cast;

  ScenesST(RunningServer server, Postbox postbox) {
    chromium = new Chromium(server);
    cast = new Cast(chromium, postbox);
  }

  @AfterAll
  void end() {
    cast.desk().end();
    chromium.close();
  }

  /**
   * One variant of each in the ordinary suite: French, wide, light. {@code -Dguichet.scenes=KEYS}
   * looks only at those whose name holds that expression.
   */
  static Stream<Arguments> scenes() {
    Pattern wanted = Pattern.compile(WANTED);
    return Stream.of(Scene.values())
        .filter(scene -> wanted.matcher(scene.name()).find())
        .flatMap(
            scene ->
                Stream.of("fr", "en")
                    .flatMap(
                        language ->
                            Stream.of(Chromium.WIDE, NARROW)
                                .flatMap(
                                    width ->
                                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                            .map(s -> Arguments.of(scene, language, width, s)))))
        .filter(arguments -> ALL || isOrdinary(arguments.get()) || Guide.wants(arguments.get()));
  }

  private static boolean isOrdinary(Object[] variant) {
    return variant[1].equals("fr")
        && variant[2].equals(Chromium.WIDE)
        && variant[3].equals(ColorScheme.LIGHT);
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void isSound(Scene scene, String language, int width, ColorScheme scheme) throws IOException {
    try (Shown shown = chromium.fresh(language, width, scheme)) {
      scene.open(cast, shown);
      Page page = shown.page();
      Path picture = picture(scene, language, width, scheme);
      if (PICTURES) {
        take(page, picture);
        Guide.take(scene, language, width, scheme, picture);
      }
      try {
        assertSound(shown, language);
      } catch (AssertionError e) {
        take(page, picture);
        throw e;
      }
    }
  }

  private static void take(Page page, Path picture) {
    page.evaluate("scrollTo(0, 0)"); // or the header covers its middle, too
    page.evaluate(UNDOCK); // a style of its own would be against the page's policy
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture));
  }

  private static void assertSound(Shown shown, String language) {
    Page page = shown.page();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    assertThat(page.locator("h1").count()).isEqualTo(1);
    assertThat(page.title()).endsWith(" · Guichet").doesNotStartWith(" · ");
    assertThat(page.locator("body").textContent()).doesNotContain("???");
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .extracting(Rule::getId, Rule::getHelp)
        .isEmpty();
    assertThat(shown.complaints()).isEmpty();
    assertNothingSticksOut(page);
    page.setViewportSize(NARROWEST, HEIGHT);
    assertNothingSticksOut(page);
  }

  private static void assertNothingSticksOut(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("no scrolling sideways")
        .isEqualTo(page.evaluate("document.documentElement.clientWidth"));
  }

  private static Path picture(Scene scene, String language, int width, ColorScheme scheme) {
    return Path.of("target", "screens")
        .resolve(
            String.join(
                    "-",
                    scene.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    language,
                    Integer.toString(width),
                    scheme.name().toLowerCase(Locale.ROOT))
                + ".png");
  }
}
