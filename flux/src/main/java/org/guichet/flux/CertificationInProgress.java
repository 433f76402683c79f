package org.guichet.flux;

/**
 * A certification whose header isn't judged yet.
 *
 * @param line of its start tag
 */
record CertificationInProgress(int number, String path, int line, Fields fields) {}
