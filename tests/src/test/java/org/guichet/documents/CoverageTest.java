package org.guichet.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/coverage.md names pages and tests that are there. */
class CoverageTest {
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT|ST))`");
  private static final Pattern PAGE =
      Pattern.compile("`(/(?:portal/|signin/|assistance)[a-z/-]*)`");
  private static final String PAGES = "web/src/main/webapp";

  private final String coverage = Repository.read(Repository.ROOT.resolve("docs/coverage.md"));

  private List<String> named(Pattern pattern) {
    return pattern.matcher(coverage).results().map(MatchResult::group).distinct().toList();
  }

  @Test
  void namesNoTestThatIsNotThere() {
    Set<String> there =
        Repository.files(path -> path.toString().endsWith(".java")).stream()
            .map(path -> path.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    assertThat(named(TEST)).isNotEmpty();
    assertThat(named(TEST).stream().map(name -> name.replace("`", "")))
        .allSatisfy(name -> assertThat(there).contains(name));
  }

  @Test
  void namesNoPageThatIsNotThere() {
    Path pages = Repository.ROOT.resolve(PAGES);
    assertThat(named(PAGE)).isNotEmpty();
    assertThat(named(PAGE).stream().map(name -> name.replace("`", "").substring(1)))
        .allMatch(
            name ->
                Files.exists(pages.resolve(name + ".xhtml"))
                    || Files.exists(pages.resolve(name).resolve("index.xhtml")));
  }
}
