package org.guichet.flux.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Where the checker runs.
 *
 * @param in what {@code -} reads
 * @param out takes the report, in UTF-8
 * @param err takes complaints about the call, and the progress
 * @param colours whether the report may have colours
 * @param progress whether somebody looks at {@code err}
 * @param clock says which day it is
 * @param tempFolder where findings wait
 */
record Surroundings(
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean colours,
    boolean progress,
    Clock clock,
    Path tempFolder) {}
