package org.guichet.deposit.control;

import java.io.IOException;
import java.io.InputStream;
import org.guichet.flux.Certification;
import org.guichet.flux.Checking;
import org.guichet.flux.Finding;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Passage;
import org.jspecify.annotations.Nullable;

/** Reads a file until it has said who it is from and for, and no further. */
public final class HeaderAhead implements FluxSink {
  private @Nullable FluxHeader found;

  private HeaderAhead() {}

  /** Its header; null when it has none. */
  public static @Nullable FluxHeader read(FluxReader reader, InputStream file, Checking checking)
      throws IOException {
    HeaderAhead sink = new HeaderAhead();
    reader.read(file, checking, sink);
    return sink.found;
  }

  @Override
  public boolean header(FluxHeader header) {
    found = header;
    return false;
  }

  @Override
  public boolean passage(Passage passage) {
    return true;
  }

  @Override
  public void certification(Certification certification) {
    // Said again by the reading proper.
  }

  @Override
  public void finding(Finding finding) {
    // Said again by the reading proper.
  }
}
