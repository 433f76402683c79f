package org.guichet.cli.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.guichet.cli.Root;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class TextsTest {
  @Test
  void sayTheSameThingsInBothLanguages() {
    ResourceBundle french = Texts.of(Map.of()).bundle();
    ResourceBundle english = Texts.of(Map.of("LANG", "en")).bundle();
    assertThat(english.keySet()).isEqualTo(french.keySet());
    for (String key : french.keySet()) {
      assertThat(french.getString(key) + english.getString(key))
          .as(key)
          .isNotBlank()
          .doesNotContain("'");
      assertThat(places(english.getString(key))).as(key).isEqualTo(places(french.getString(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void describeEveryCommandAndOption(String language) {
    CommandLine root = Root.commandLine(Map.of("LANG", language));
    List<String> ours = List.of("org", "key", "mandate", "deposits", "retry", "give-up");
    assertThat(root.getSubcommands()).containsKeys(ours.toArray(String[]::new));
    root.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(spec -> ours.contains(spec.name()))
        .forEach(TextsTest::assertDescribed);
  }

  private static void assertDescribed(CommandSpec spec) {
    String help = spec.commandLine().getUsageMessage();
    assertThat(help).doesNotContain("bundle:");
    assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
    spec.args().forEach(arg -> assertThat(arg.description()).as(help).isNotEmpty());
    spec.subcommands().values().forEach(sub -> assertDescribed(sub.getCommandSpec()));
  }

  /** The library takes a text whose key is an option's name for that option's description. */
  @Test
  void haveNoKeyThatAnOptionWouldTakeForItsOwn() {
    assertThat(Texts.of(Map.of()).bundle().keySet()).allMatch(key -> key.contains("."));
  }

  private static int places(String text) {
    return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
  }
}
