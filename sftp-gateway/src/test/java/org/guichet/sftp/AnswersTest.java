package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.sftp.common.SftpConstants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void haveATextForEveryCode(String language) {
    ResourceBundle texts =
        ResourceBundle.getBundle("org.guichet.sftp.answers", Locale.forLanguageTag(language));

    Set<String> names =
        Arrays.stream(Refusal.Code.values()).map(Enum::name).collect(Collectors.toSet());
    assertThat(texts.keySet()).isEqualTo(names);
    assertThat(texts.getLocale().getLanguage()).isEqualTo(language);
  }

  @ParameterizedTest
  @EnumSource(Refusal.Code.class)
  void useStatusesThatVersionThreeKnows(Refusal.Code code) {
    assertThat(code.status())
        .isBetween(SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_OP_UNSUPPORTED);
  }
}
