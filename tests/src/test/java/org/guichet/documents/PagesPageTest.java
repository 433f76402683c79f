package org.guichet.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.system.Scene;
import org.junit.jupiter.api.Test;

/** docs/pages.md lists each page with its states, and each of them is looked at. */
class PagesPageTest {
  private static final Path WEBAPP = Repository.ROOT.resolve("web/src/main/webapp");
  private static final String HEAD =
      """
      # Pages and their states

      <!-- Made from the scenes of the browser tests; -Dguichet.docs.write=true writes it anew. -->

      Each state is opened in Chromium by `ScenesST`: axe-core finds nothing, nothing is wider than
      the window down to 320 pixels, no text is missing. `./guichet screens` does so in French and
      English, wide and narrow, light and dark, and leaves pictures in `tests/target/screens`.

      | page | state | when |
      | --- | --- | --- |
      """;

  @Test
  void listsEveryScene() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    for (Scene scene : Scene.values()) {
      page.append("| `/%s` | %s | %s |\n".formatted(scene.view(), scene.state(), scene.when()));
    }
    Repository.assertPageSays("pages.md", page.toString());
  }

  @Test
  void everyViewHasAScene() {
    List<String> views =
        Repository.files(path -> path.startsWith(WEBAPP) && path.toString().endsWith(".xhtml"))
            .stream()
            .map(path -> WEBAPP.relativize(path).toString())
            .filter(path -> !path.startsWith("WEB-INF"))
            .map(path -> path.substring(0, path.length() - ".xhtml".length()))
            .toList();

    assertThat(views).isNotEmpty();
    assertThat(Stream.of(Scene.values()).map(Scene::view)).containsAll(views);
    assertThat(views).containsAll(Stream.of(Scene.values()).map(Scene::view).toList());
  }
}
