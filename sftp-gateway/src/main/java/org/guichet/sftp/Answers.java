package org.guichet.sftp;

import java.io.EOFException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.InvalidHandleException;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;
import org.guichet.platform.entity.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words what went wrong: a status that every version of the protocol knows, and a sentence with a
 * code. Faults are logged here, once, under the incident number that the client is told.
 */
final class Answers implements SftpErrorStatusDataHandler {
  private static final Logger log = LoggerFactory.getLogger(Answers.class);
  private static final String BUNDLE = "org.guichet.sftp.answers";
  private static final int DEEPEST_CAUSE = 20;

  private final Locale locale;
  private final ResourceBundle texts;
  private final Supplier<UUID> ids;

  Answers(Locale locale, Supplier<UUID> ids) {
    this.locale = locale;
    this.texts = ResourceBundle.getBundle(BUNDLE, locale, Answers.class.getClassLoader());
    this.ids = ids;
  }

  @Override
  public int resolveSubStatus(
      SftpSubsystemEnvironment subsystem, int id, Throwable thrown, int command, Object... args) {
    if (thrown instanceof EOFException) {
      return SftpConstants.SSH_FX_EOF;
    }
    return codeOf(thrown).status();
  }

  @Override
  public String resolveErrorMessage(
      SftpSubsystemEnvironment subsystem,
      int id,
      Throwable thrown,
      int status,
      int command,
      Object... args) {
    if (status == SftpConstants.SSH_FX_EOF) {
      return "";
    }
    Refusal.Code code = codeOf(thrown);
    return text(code, report(code, thrown, Visit.of(subsystem.getServerSession())));
  }

  @Override
  public String resolveErrorLanguage(
      SftpSubsystemEnvironment subsystem,
      int id,
      Throwable thrown,
      int status,
      int command,
      Object... args) {
    return locale.toLanguageTag();
  }

  private String text(Refusal.Code code, String incident) {
    return code
        + " "
        + new MessageFormat(texts.getString(code.name()), locale).format(new Object[] {incident});
  }

  /** Logs what isn't the client's doing; returns the incident's number, "-" when there is none. */
  private String report(Refusal.Code code, Throwable thrown, @Nullable Visit visit) {
    String incident = ids.get().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    String who = visit == null ? "-" : visit.caller().label();
    if (code == Refusal.Code.INCIDENT) {
      log.error("SFT-190 request failed incident={} {}", incident, who, thrown);
    } else if (code == Refusal.Code.NOT_KEPT) {
      log.error("SFT-196 upload not kept incident={} {}", incident, who, thrown.getCause());
    } else if (code == Refusal.Code.WRITE_REFUSED && thrown.getCause() != null) {
      // Mostly a file that is too large, so without a stack; and only for its first bytes too many.
      log.warn(
          "SFT-197 write refused incident={} {} {}", incident, who, thrown.getCause().toString());
    } else {
      return "-";
    }
    return incident;
  }

  private static Refusal.Code codeOf(Throwable thrown) {
    if (thrown instanceof Refusal refusal) {
      RefusedException cause = refusedBehind(refusal);
      return cause == null ? refusal.code() : codeOf(cause.code());
    }
    RefusedException refused = refusedBehind(thrown);
    if (refused != null) {
      return codeOf(refused.code());
    }
    if (thrown instanceof NoSuchFileException) {
      return Refusal.Code.NOT_THERE;
    }
    if (thrown instanceof FileAlreadyExistsException) {
      return Refusal.Code.EXISTS;
    }
    if (thrown instanceof InvalidPathException) {
      return Refusal.Code.BAD_NAME;
    }
    if (thrown instanceof AccessDeniedException) {
      return Refusal.Code.NOT_ALLOWED;
    }
    if (thrown instanceof NonWritableChannelException) {
      return Refusal.Code.READ_ONLY;
    }
    if (thrown instanceof UnsupportedOperationException) {
      return Refusal.Code.NOT_OFFERED;
    }
    if (thrown instanceof NotDirectoryException) {
      return Refusal.Code.NOT_A_FOLDER;
    }
    if (thrown instanceof SftpException protocol) {
      return codeOf(protocol);
    }
    return thrown instanceof InvalidHandleException || thrown instanceof IllegalArgumentException
        ? Refusal.Code.BAD_REQUEST
        : Refusal.Code.INCIDENT;
  }

  private static Refusal.Code codeOf(SftpException thrown) {
    return switch (thrown.getStatus()) {
      case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM -> Refusal.Code.TOO_MANY_OPEN;
      case SftpConstants.SSH_FX_FILE_IS_A_DIRECTORY -> Refusal.Code.IS_A_FOLDER;
      default -> Refusal.Code.BAD_REQUEST;
    };
  }

  private static Refusal.Code codeOf(RefusedException.Code code) {
    return code == RefusedException.Code.NOT_ALLOWED
        ? Refusal.Code.NOT_ALLOWED
        : Refusal.Code.NOT_THERE;
  }

  /** The container wraps what a boundary throws. */
  private static @Nullable RefusedException refusedBehind(Throwable thrown) {
    Throwable one = thrown;
    for (int depth = 0; one != null && depth < DEEPEST_CAUSE; depth++) {
      if (one instanceof RefusedException refused) {
        return refused;
      }
      one = Objects.equals(one.getCause(), one) ? null : one.getCause();
    }
    return null;
  }
}
