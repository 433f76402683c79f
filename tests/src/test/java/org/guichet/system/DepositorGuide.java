package org.guichet.system;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The pictures of {@code docs/depositor-guide.md}: those of these scenes, in both languages. */
final class DepositorGuide {
  static final Set<Scene> SHOWN =
      EnumSet.of(
          Scene.DROP_CHOSEN,
          Scene.ENTRY,
          Scene.DEPOSITS,
          Scene.DEPOSIT,
          Scene.DEPOSIT_CAUSE,
          Scene.MEND_ERROR,
          Scene.TAKE_BACK_CONFIRM,
          Scene.DEADLINES,
          Scene.STATISTICS);

  static final Path PAGE = Path.of("..", "docs", "depositor-guide.md");
  static final Path PICTURES = Path.of("..", "docs", "pictures", "guide");

  private DepositorGuide() {}

  /** Where the guide has its picture of a scene. */
  static Path picture(Scene scene, String language) {
    String name = scene.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return PICTURES.resolve(name + "-" + language + ".png");
  }

  /** Whether this variant of a scene is to be taken for the guide. */
  static boolean wants(Object[] variant) {
    return wants((Scene) variant[0], (int) variant[2], (ColorScheme) variant[3]);
  }

  private static boolean wants(Scene scene, int width, ColorScheme scheme) {
    return SHOWN.contains(scene)
        && width == Chromium.WIDE
        && scheme == ColorScheme.LIGHT
        && Boolean.getBoolean("guichet.docs.write");
  }

  /** Takes a picture over into the guide when documents are written anew. */
  static void take(Scene scene, String language, int width, ColorScheme scheme, Path picture)
      throws IOException {
    if (wants(scene, width, scheme)) {
      Files.createDirectories(PICTURES);
      Files.copy(picture, picture(scene, language), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
