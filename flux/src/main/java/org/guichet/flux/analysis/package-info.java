/**
 * What came of a file as a whole: the outcome under a mode, counts and scores, and every finding
 * again, as often as a report wants them.
 *
 * <p>What holds here: memory doesn't grow with the file, what was found waits in temporary files
 * that go with the analysis; nothing is judged here that the reader or a check could judge.
 */
package org.guichet.flux.analysis;
