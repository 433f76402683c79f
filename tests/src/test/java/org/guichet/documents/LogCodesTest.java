package org.guichet.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An operator finds an event by its code, and alarms hang on it. */
class LogCodesTest {
  private static final Pattern STATEMENT =
      Pattern.compile("\\blog\\s*\\.(?:error|warn|info)\\(\\s*+(?!\"[A-Z]{3}-\\d{3} )[^)]{0,60}");

  @Test
  void everyEventIsToldInOnePlace() {
    assertThat(LogEvent.all()).isNotEmpty().extracting(LogEvent::code).doesNotHaveDuplicates();
  }

  @Test
  void everyLineFromInfoUpHasItsCode() {
    Stream<String> without =
        Repository.mainSources().stream()
            .flatMap(
                source ->
                    STATEMENT
                        .matcher(Repository.read(source))
                        .results()
                        .map(found -> source.getFileName() + ": " + found.group()));
    assertThat(without).isEmpty();
  }
}
