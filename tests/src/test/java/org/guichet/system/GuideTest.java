package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each guide shows each of its pictures, and none that the tests don't take. */
class GuideTest {
  @ParameterizedTest
  @EnumSource
  void showsThePicturesThatTheTestsTake(Guide guide) throws IOException {
    String page = Files.readString(guide.page());

    for (Scene scene : guide.shown()) {
      for (String language : new String[] {"fr", "en"}) {
        assertThat(page).contains("(" + guide.address(scene, language) + ")");
        assertThat(guide.picture(scene, language))
            .as(
                "taken anew by ScenesST with -Dguichet.docs.write=true -Dguichet.scenes=^%s$",
                scene)
            .exists();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasNoPictureThatIsntTakenByTheTests(Guide guide) throws IOException {
    Set<String> taken = new TreeSet<>();
    for (Scene scene : guide.shown()) {
      taken.add(guide.picture(scene, "fr").getFileName().toString());
      taken.add(guide.picture(scene, "en").getFileName().toString());
    }
    try (Stream<Path> pictures = Files.list(guide.pictures())) {
      assertThat(pictures.map(picture -> picture.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(taken);
    }
  }
}
