package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The bench of pages still finds all that they need; what it measures is no matter here. */
class PagesBenchTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path work;

  @Test
  void reachesEveryPage() throws Exception {
    List<String> lines = new ArrayList<>();

    new PagesBench(work).run(200, 2, lines::add);

    assertThat(lines)
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly(
            "pages.200.deposit",
            "pages.200.cause-last-page",
            "pages.200.by-id",
            "pages.200.findings-part",
            "pages.200.across-by-id",
            "pages.200.across-by-name");
  }
}
