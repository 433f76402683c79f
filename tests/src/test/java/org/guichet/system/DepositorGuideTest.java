package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide shows each of its pictures, and none that the tests don't take. */
class DepositorGuideTest {
  @Test
  void showsThePicturesThatTheTestsTake() throws IOException {
    String guide = Files.readString(DepositorGuide.PAGE);

    for (Scene scene : DepositorGuide.SHOWN) {
      for (String language : new String[] {"fr", "en"}) {
        Path picture = DepositorGuide.picture(scene, language);
        assertThat(guide).contains("(pictures/guide/" + picture.getFileName() + ")");
        assertThat(picture)
            .as(
                "taken anew by ScenesST with -Dguichet.docs.write=true -Dguichet.scenes=^%s$",
                scene)
            .exists();
      }
    }
  }

  @Test
  void hasNoPictureThatIsntTakenByTheTests() throws IOException {
    Set<String> taken = new TreeSet<>();
    for (Scene scene : DepositorGuide.SHOWN) {
      taken.add(DepositorGuide.picture(scene, "fr").getFileName().toString());
      taken.add(DepositorGuide.picture(scene, "en").getFileName().toString());
    }
    try (Stream<Path> pictures = Files.list(DepositorGuide.PICTURES)) {
      assertThat(pictures.map(picture -> picture.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(taken);
    }
  }
}
