package org.guichet.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The guides in {@code docs/} with the scenes that they show, in both languages. */
enum Guide {
  DEPOSITOR("depositor-guide.md", "guide"),
  IMPORT("import-guide.md", "import-guide");

  private static final Path DOCS = Path.of("..", "docs");

  private final String page;
  private final String folder;

  Guide(String page, String folder) {
    this.page = page;
    this.folder = folder;
  }

  Set<Scene> shown() {
    return switch (this) {
      case DEPOSITOR ->
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
      case IMPORT ->
          EnumSet.of(
              Scene.IMPORT_FILES_TAKEN,
              Scene.IMPORT_FIELDS,
              Scene.IMPORT_CLASSES,
              Scene.IMPORT_REPORT,
              Scene.IMPORT_REPORT_CHILD,
              Scene.IMPORT_REPORT_PLANNING,
              Scene.IMPORT_DONE,
              Scene.IMPORT_END_UNDO,
              Scene.SLIPS);
    };
  }

  Path page() {
    return DOCS.resolve(page);
  }

  Path pictures() {
    return DOCS.resolve("pictures").resolve(folder);
  }

  /** How the page names its picture of a scene. */
  String address(Scene scene, String language) {
    return "pictures/" + folder + "/" + picture(scene, language).getFileName();
  }

  /** Where the guide has its picture of a scene. */
  Path picture(Scene scene, String language) {
    String name = scene.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return pictures().resolve(name + "-" + language + ".png");
  }

  /** Whether a scene's pictures are to be taken for a guide: wide, in the light. */
  static boolean wants(Scene scene) {
    return of(scene).findAny().isPresent();
  }

  private static Stream<Guide> of(Scene scene) {
    boolean taken = Boolean.getBoolean("guichet.docs.write");
    return Stream.of(values()).filter(guide -> taken && guide.shown().contains(scene));
  }

  /** Takes a picture over into its guides when documents are written anew. */
  static void take(Scene scene, String language, Path picture) throws IOException {
    for (Guide guide : of(scene).toList()) {
      Files.createDirectories(guide.pictures());
      Files.copy(picture, guide.picture(scene, language), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
