package org.guichet.flux.report;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the {@code rapport}, the XML of the accusé de traitement, in the exact shape that
 * certifiers' programs read. A stream: memory doesn't grow with the number of passages.
 */
public final class Rapport {
  private Rapport() {}

  /**
   * A rapport on the passages of a file. Rejected ones first, as many calls as there are, then the
   * accepted ones, then {@code close}. Both lists are written even when empty.
   */
  public static Passages passages(
      OutputStream out, String fileName, String idFlux, long idTraitement, boolean trial)
      throws IOException {
    throw new UnsupportedOperationException("being written");
  }

  /** A rapport on a file that is refused as a whole. */
  public static Errors errors(OutputStream out, String fileName, long idTraitement, boolean trial)
      throws IOException {
    throw new UnsupportedOperationException("being written");
  }

  /** Takes passages. Closing it ends the document and leaves the stream open. */
  public interface Passages extends AutoCloseable {
    void rejected(@Nullable String idTechnique, String message) throws IOException;

    void accepted(String idTechnique) throws IOException;

    @Override
    void close() throws IOException;
  }

  /** Takes errors. Closing it ends the document and leaves the stream open. */
  public interface Errors extends AutoCloseable {
    void error(ErrorType type, String message, int line, int column) throws IOException;

    @Override
    void close() throws IOException;
  }

  /** What the {@code type} of an error may be. */
  public enum ErrorType {
    XSD,
    DROITS,
    FICHIER,
    LIMITE,
    TECHNIQUE
  }
}
