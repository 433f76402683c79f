package org.guichet.notice.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.CountingIds;
import org.junit.jupiter.api.Test;

class MailAddressesTest {
  private static final UUID ID = CountingIds.id(7);

  private static MailAddresses addresses(String returnPath) {
    return new MailAddresses(
        new Settings.Mail(
            "Guichet <guichet@guichet.example>",
            Optional.empty(),
            Optional.of(returnPath),
            Optional.empty(),
            Optional.empty(),
            Optional.of("aide@guichet.example"),
            Optional.empty(),
            LocalTime.NOON));
  }

  @Test
  void knowsWhatIsSentToUsOrByUs() {
    MailAddresses ours = addresses("retours@guichet.example");
    assertThat(ours.ours("Guichet@guichet.example")).isTrue();
    assertThat(ours.ours("aide@guichet.example")).isTrue();
    assertThat(ours.ours("retours@guichet.example")).isFalse();
  }

  @Test
  void aMessageIdNamesItsNoticeAndOnlyOurs() {
    MailAddresses ours = addresses("retours@guichet.example");
    assertThat(ours.byMessageId(" " + ours.messageId(ID))).contains(ID);
    assertThat(ours.byMessageId("<" + ID + "@other.example>")).isEmpty();
    assertThat(ours.byMessageId("<1-1-1-1-1@guichet.example>")).isEmpty();
    assertThat(ours.byMessageId("")).isEmpty();
    assertThat(ours.returnPath(ID)).contains("retours@guichet.example");
    assertThat(ours.byReturnPath("retours@guichet.example")).isEmpty();
  }

  @Test
  void aReturnPathOfItsOwnNamesItToo() {
    MailAddresses ours = addresses("retours+*@guichet.example");
    String path = ours.returnPath(ID).orElseThrow();
    assertThat(path).isEqualTo("retours+" + ID + "@guichet.example");
    assertThat(ours.byReturnPath(path.toUpperCase(Locale.ROOT))).contains(ID);
    assertThat(ours.byReturnPath("retours+@guichet.example")).isEmpty();
    assertThat(ours.byReturnPath("x" + path)).isEmpty();
  }
}
