package org.guichet.flux.cli;

import java.nio.file.Path;
import org.guichet.flux.analysis.Analysis;

/**
 * A file that was checked.
 *
 * @param input what was asked for
 * @param path where its bytes are
 */
record Checked(Input input, Path path, Analysis analysis) {}
