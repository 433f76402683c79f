package org.guichet.sftp;

import java.io.Serial;
import java.nio.file.FileSystemException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.jspecify.annotations.Nullable;

/** What a client asked for isn't done, for a reason that it is told. An answer, not a fault. */
final class Refusal extends FileSystemException {
  @Serial private static final long serialVersionUID = 1L;

  /** Stable codes; texts in the bundles {@code org.guichet.sftp.answers}, under their names. */
  enum Code {
    /** The folder doesn't change by a client's hand. */
    READ_ONLY(201, SftpConstants.SSH_FX_PERMISSION_DENIED),
    /** Uploads are not read back. */
    NOT_READ_BACK(202, SftpConstants.SSH_FX_PERMISSION_DENIED),
    /** The file is a deposit already and stays as it is. */
    ALREADY_TAKEN(203, SftpConstants.SSH_FX_PERMISSION_DENIED),
    /** A resumed upload whose beginning is gone. */
    NOTHING_TO_RESUME(204, SftpConstants.SSH_FX_FAILURE),
    /** Bytes were refused: the file is too large, or can't be kept. */
    WRITE_REFUSED(205, SftpConstants.SSH_FX_FAILURE),
    /** The file is not kept: its client must send it again. */
    NOT_KEPT(206, SftpConstants.SSH_FX_FAILURE),
    /** Another session goes on with this file, or its own ends. */
    CUT_SHORT(207, SftpConstants.SSH_FX_FAILURE),
    /** Files keep their folder. */
    OTHER_FOLDER(208, SftpConstants.SSH_FX_PERMISSION_DENIED),
    /** A folder where a file is expected. */
    IS_A_FOLDER(209, SftpConstants.SSH_FX_FAILURE),
    /** The name can't be a file's. */
    BAD_NAME(210, SftpConstants.SSH_FX_FAILURE),
    /** There is a file of that name. */
    EXISTS(211, SftpConstants.SSH_FX_FAILURE),
    /** Not there, or not for this key. */
    NOT_THERE(212, SftpConstants.SSH_FX_NO_SUCH_FILE),
    /** Not allowed to this key. */
    NOT_ALLOWED(213, SftpConstants.SSH_FX_PERMISSION_DENIED),
    /** Not offered here. */
    NOT_OFFERED(214, SftpConstants.SSH_FX_OP_UNSUPPORTED),
    /** The request makes no sense. */
    BAD_REQUEST(215, SftpConstants.SSH_FX_FAILURE),
    /** Too many files are open in the session. */
    TOO_MANY_OPEN(216, SftpConstants.SSH_FX_FAILURE),
    /** A file where a folder is expected. */
    NOT_A_FOLDER(217, SftpConstants.SSH_FX_NO_SUCH_FILE),
    /** A fault of ours, logged under an incident number. */
    INCIDENT(290, SftpConstants.SSH_FX_FAILURE);

    private final int number;
    private final int status;

    Code(int number, int status) {
      this.number = number;
      this.status = status;
    }

    /** What the protocol calls it; known to every version of it. */
    int status() {
      return status;
    }

    @Override
    public String toString() {
      return "SFT-" + number;
    }
  }

  private final Code code;

  Refusal(Code code, String file) {
    super(file, null, code.toString());
    this.code = code;
  }

  Refusal(Code code, String file, @Nullable Throwable cause) {
    this(code, file);
    initCause(cause);
  }

  Code code() {
    return code;
  }
}
