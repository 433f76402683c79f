package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
  private static final List<Integer> WIDTHS = List.of(Chromium.WIDE, NARROW);
  private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
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
   * Each in French, for {@code ./guichet screens} and pictures of guides in English, too. {@code
   * -Dguichet.scenes=KEYS} looks only at those whose name holds that expression.
   */
  static Stream<Arguments> scenes() {
    Pattern wanted = Pattern.compile(WANTED);
    return Stream.of(Scene.values())
        .filter(scene -> wanted.matcher(scene.name()).find())
        .flatMap(
            scene ->
                Stream.of("fr", "en")
                    .filter(language -> ALL || language.equals("fr") || Guide.wants(scene))
                    .map(language -> Arguments.of(scene, language)));
  }

  /** Opened once; the window and the light change while it is shown, as they do for people. */
  @ParameterizedTest
  @MethodSource("scenes")
  void isSound(Scene scene, String language) throws IOException {
    try (Shown shown = chromium.fresh(language, Chromium.WIDE, ColorScheme.LIGHT)) {
      scene.open(cast, shown);
      assertSaid(shown.page(), language);
      for (ColorScheme scheme : ALL ? SCHEMES : SCHEMES.subList(0, 1)) {
        shown.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        for (int width : ALL ? WIDTHS : WIDTHS.subList(0, 1)) {
          shown.page().setViewportSize(width, HEIGHT);
          look(shown, scene, language, width, scheme);
        }
      }
      Guide.take(scene, language, picture(scene, language, Chromium.WIDE, ColorScheme.LIGHT));
      shown.page().setViewportSize(NARROWEST, HEIGHT);
      assertNothingSticksOut(shown.page());
    }
  }

  private static void look(
      Shown shown, Scene scene, String language, int width, ColorScheme scheme) {
    Path picture = picture(scene, language, width, scheme);
    if (PICTURES) {
      take(shown.page(), picture);
    }
    try {
      assertSound(shown);
    } catch (AssertionError e) {
      take(shown.page(), picture);
      throw e;
    }
  }

  private static void take(Page page, Path picture) {
    page.evaluate("scrollTo(0, 0)"); // or the header covers its middle, too
    page.evaluate(UNDOCK); // a style of its own would be against the page's policy
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture));
  }

  private static void assertSaid(Page page, String language) {
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    assertThat(page.locator("h1").count()).isEqualTo(1);
    assertThat(page.title()).endsWith(" · Guichet").doesNotStartWith(" · ");
    assertThat(page.locator("body").textContent()).doesNotContain("???");
  }

  /** No page holds another, so axe runs in it and needs no second one to sum up. */
  private static void assertSound(Shown shown) {
    Page page = shown.page();
    assertThat(page.locator("iframe").count()).isZero();
    assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
        .extracting(Rule::getId, Rule::getHelp)
        .isEmpty();
    assertThat(shown.complaints()).isEmpty();
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
