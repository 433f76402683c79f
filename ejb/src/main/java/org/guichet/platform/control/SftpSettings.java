package org.guichet.platform.control;

import java.time.Duration;
import org.guichet.platform.entity.Setting;
import org.guichet.platform.entity.Settings;

/** Reads what concerns the SFTP door. */
final class SftpSettings {
  private static final int MANY = 10_000;

  private SftpSettings() {}

  static Settings.Sftp read(SettingTexts texts, String bind, int port) {
    return new Settings.Sftp(bind, port, limits(texts), trust(texts));
  }

  private static Settings.SftpTrust trust(SettingTexts texts) {
    return new Settings.SftpTrust(
        texts.flag(Setting.SFTP_STRICT_KEX),
        texts.flag(Setting.SFTP_PASSWORDS),
        texts.readableFile(Setting.SFTP_TRUSTED_CA));
  }

  private static Settings.SftpLimits limits(SettingTexts texts) {
    return new Settings.SftpLimits(
        texts.number(Setting.SFTP_MAX_SESSIONS, 1, MANY),
        texts.number(Setting.SFTP_MAX_SESSIONS_PER_ORGANISATION, 1, MANY),
        texts.number(Setting.SFTP_MAX_SESSIONS_PER_ADDRESS, 1, MANY),
        texts.number(Setting.SFTP_MAX_HANDLES, 1, 1_000),
        texts.duration(Setting.SFTP_SIGN_IN_TIME, Duration.ofSeconds(1)),
        texts.number(Setting.SFTP_SIGN_IN_TRIES, 1, 100),
        texts.duration(Setting.SFTP_IDLE_TIMEOUT, Duration.ofSeconds(10)));
  }
}
