package org.guichet.flux.report;

import java.io.IOException;
import java.io.OutputStream;
import org.guichet.flux.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * Writes the {@code rapport}, the XML of the accusé de traitement, in the exact shape that
 * certifiers' programs read. A stream: memory doesn't grow with the number of passages.
 */
public final class Rapport {
  private static final String NAMESPACE = "urn:cdc:cpf:pc5:rapport:schema";
  private static final String TRIAL_MARK =
      " ESSAI : ce compte rendu répond à un essai. Rien n'a été enregistré ni transmis. ";

  private Rapport() {}

  /**
   * A rapport on the passages of a file. Rejected ones first, as many calls as there are, then the
   * accepted ones, then {@code close}. Both lists are written even when empty.
   */
  public static Passages passages(
      OutputStream out, String fileName, String idFlux, long idTraitement, boolean trial)
      throws IOException {
    return new PassagesWriter(opened(out, fileName, trial), idFlux, idTraitement);
  }

  /** A rapport on a file that is refused as a whole. */
  public static Errors errors(OutputStream out, String fileName, long idTraitement, boolean trial)
      throws IOException {
    return new ErrorsWriter(opened(out, fileName, trial), idTraitement);
  }

  /** Opens the document up to its head, without {@code idTraitement}. */
  private static XmlLines opened(OutputStream out, String fileName, boolean trial)
      throws IOException {
    XmlLines xml = new XmlLines(out);
    if (trial) {
      xml.comment(TRIAL_MARK);
    }
    xml.start("rapport");
    xml.namespace("ns2", NAMESPACE); // readers expect it; nothing uses it
    xml.element("nomFichier", fileName);
    return xml;
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
    TECHNIQUE,
    CONTENU;

    /** Under which type a finding of this code is told when it refuses the file. */
    public static ErrorType of(FindingCode code) {
      if (code.kind() == FindingCode.Kind.CONTENT) {
        return CONTENU;
      }
      return code == FindingCode.NOT_XML ? FICHIER : XSD;
    }
  }

  private static final class PassagesWriter implements Passages {
    private final XmlLines xml;
    private boolean accepting;

    PassagesWriter(XmlLines xml, String idFlux, long idTraitement) throws IOException {
      this.xml = xml;
      xml.element("idFlux", idFlux);
      xml.element("idTraitement", String.valueOf(idTraitement));
      xml.start("PassagesKO");
    }

    @Override
    public void rejected(@Nullable String idTechnique, String message) throws IOException {
      if (accepting || xml.isClosed()) {
        throw new IllegalStateException("rejected passages come before the accepted ones");
      }
      xml.start("passage");
      xml.element("idTechnique", idTechnique == null ? "" : idTechnique);
      xml.element("messageErreur", message);
      xml.end();
    }

    @Override
    public void accepted(String idTechnique) throws IOException {
      if (xml.isClosed()) {
        throw new IllegalStateException("the rapport is closed");
      }
      startAccepting();
      xml.element("idTechnique", idTechnique);
    }

    @Override
    public void close() throws IOException {
      if (!xml.isClosed()) {
        startAccepting();
      }
      xml.close();
    }

    private void startAccepting() throws IOException {
      if (!accepting) {
        accepting = true;
        xml.end();
        xml.start("PassagesOK");
      }
    }
  }

  private static final class ErrorsWriter implements Errors {
    private final XmlLines xml;

    ErrorsWriter(XmlLines xml, long idTraitement) throws IOException {
      this.xml = xml;
      xml.element("idTraitement", String.valueOf(idTraitement));
      xml.start("erreurs");
    }

    @Override
    public void error(ErrorType type, String message, int line, int column) throws IOException {
      if (xml.isClosed()) {
        throw new IllegalStateException("the rapport is closed");
      }
      xml.start("erreur");
      xml.element("type", type.name());
      xml.element("message", message);
      xml.element("ligne", String.valueOf(line));
      xml.element("colonne", String.valueOf(column));
      xml.end();
    }

    @Override
    public void close() throws IOException {
      xml.close();
    }
  }
}
