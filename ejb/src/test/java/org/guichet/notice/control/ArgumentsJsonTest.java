package org.guichet.notice.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guichet.notice.NoticeSamples;
import org.guichet.notice.entity.Notice;
import org.guichet.notice.entity.PostedNotice;
import org.guichet.testing.CountingIds;
import org.junit.jupiter.api.Test;

class ArgumentsJsonTest {
  @Test
  void bringsBackEveryCharacter() {
    Map<String, String> arguments =
        Map.of("fileName", "é \"\\\n\u0001 \uD83D\uDE00.xml", "reason", "", "n", "42");
    Notice notice =
        new Notice("a@b.example", Locale.FRENCH, "t", arguments, List.of(), "k")
            .with(List.of(arguments, Map.of("n", "1")));
    PostedNotice posted =
        PostedNotice.post(
            CountingIds.id(1), notice, ArgumentsJson.write(notice), NoticeSamples.NOON);
    assertThat(ArgumentsJson.read(posted)).isEqualTo(notice);
  }
}
