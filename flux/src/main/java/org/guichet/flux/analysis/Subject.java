package org.guichet.flux.analysis;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.guichet.flux.Checking;
import org.guichet.flux.FluxSink;

/**
 * What is analysed, and how.
 *
 * @param fileName as it was dropped; reports name it
 * @param checking what is judged beyond the schema
 * @param stage put between the reader and the analysis: may add findings to passages before they
 *     are handed on in their order; {@link UnaryOperator#identity()} for nothing
 * @param tempFolder where findings wait; must exist
 */
public record Subject(
    String fileName, Mode mode, Checking checking, UnaryOperator<FluxSink> stage, Path tempFolder) {

  /** Strict, without a stage, findings in the folder for temporary files. */
  public static Subject of(String fileName, Checking checking) {
    return new Subject(
        fileName,
        Mode.STRICT,
        checking,
        UnaryOperator.identity(),
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  public Subject withMode(Mode other) {
    return new Subject(fileName, other, checking, stage, tempFolder);
  }

  public Subject withStage(UnaryOperator<FluxSink> other) {
    return new Subject(fileName, mode, checking, other, tempFolder);
  }

  public Subject withTempFolder(Path other) {
    return new Subject(fileName, mode, checking, stage, other);
  }
}
