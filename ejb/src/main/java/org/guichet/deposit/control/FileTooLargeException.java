package org.guichet.deposit.control;

import java.io.IOException;
import java.io.Serial;

/** More bytes come than a file may have. */
public final class FileTooLargeException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  FileTooLargeException(long maxSize) {
    super("The file is larger than the " + maxSize + " bytes that are accepted");
  }
}
