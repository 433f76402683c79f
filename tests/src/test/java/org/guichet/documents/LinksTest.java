package org.guichet.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A link that leads nowhere costs a reader's trust in the rest. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*$");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");

  static List<Path> pages() {
    return Repository.files(path -> path.toString().endsWith(".md"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void leadsSomewhere(Path page) {
    List<String> broken =
        LINK.matcher(CODE.matcher(Repository.read(page)).replaceAll(""))
            .results()
            .map(link -> link.group(1))
            .filter(target -> !target.matches("(https?|mailto):.*"))
            .filter(target -> !there(page, target))
            .toList();
    assertThat(broken).isEmpty();
  }

  private static boolean there(Path page, String target) {
    int hash = target.indexOf('#');
    String name = hash < 0 ? target : target.substring(0, hash);
    Path file = name.isEmpty() ? page : page.resolveSibling(name).normalize();
    return Files.exists(file) && (hash < 0 || headings(file).contains(target.substring(hash + 1)));
  }

  private static Set<String> headings(Path file) {
    return HEADING
        .matcher(Repository.read(file))
        .results()
        .map(heading -> anchor(heading.group(1)))
        .collect(Collectors.toSet());
  }

  /** As the usual renderers make it of a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
