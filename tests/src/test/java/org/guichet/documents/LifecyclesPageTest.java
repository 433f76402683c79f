package org.guichet.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.lifecycle.Lifecycle;
import org.junit.jupiter.api.Test;

/** docs/lifecycles.md shows every table of moves that there is. */
class LifecyclesPageTest {
  private static final String HEAD =
      """
      # Lifecycles

      <!-- Made from the Lifecycle constants of the code; -Dguichet.docs.write=true writes it anew. -->

      What is stored about a state moves only along these arrows: in a verb of the entity, with a
      row of history in the same transaction where people ask for it. What only the clock moves is
      worked out from times and isn't stored.
      """;

  private static final List<Lifecycle<?>> LIFECYCLES = all();

  private static List<Lifecycle<?>> all() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.guichet")
            .stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getRawType().isEquivalentTo(Lifecycle.class))
            .filter(field -> field.getOwner().isEnum())
            .<Lifecycle<?>>map(LifecyclesPageTest::value)
            .sorted(Comparator.comparing(lifecycle -> statusOf(lifecycle).getSimpleName()))
            .toList();
  }

  private static Lifecycle<?> value(JavaField field) {
    try {
      Field reflected = field.reflect();
      return (Lifecycle<?>) reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<? extends Enum<?>> statusOf(Lifecycle<?> lifecycle) {
    return lifecycle.start().getDeclaringClass();
  }

  @Test
  void saysWhatTheCodeDoes() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    for (Lifecycle<?> lifecycle : LIFECYCLES) {
      Class<? extends Enum<?>> status = statusOf(lifecycle);
      SourceComments comments = SourceComments.of(status);
      page.append("\n## ").append(status.getSimpleName()).append("\n\n");
      page.append("`").append(status.getName()).append("`\n\n");
      page.append("```mermaid\n").append(lifecycle.toMermaid()).append("```\n\n");
      page.append("| state | meaning |\n| --- | --- |\n");
      Stream.of(status.getEnumConstants())
          .forEach(
              state -> page.append("| `%s` | %s |\n".formatted(state, meaning(comments, state))));
    }

    Repository.assertPageSays("lifecycles.md", page.toString());
  }

  private static String meaning(SourceComments comments, Enum<?> state) {
    return comments
        .ofConstant(state.name())
        .orElseThrow(() -> new AssertionError(state + " says nowhere what it means"));
  }

  @Test
  void everyStateCanBeReached() {
    assertThat(LIFECYCLES)
        .isNotEmpty()
        .allSatisfy(
            lifecycle ->
                assertThat(lifecycle.unreachable())
                    .as(statusOf(lifecycle).getSimpleName())
                    .isEmpty());
  }
}
