/**
 * The offline checker: {@code guichet check}, and the jar {@code guichet-check.jar} for those who
 * deposit files.
 *
 * <p>What holds here: what comes out is the same wherever it runs, in UTF-8; colours and progress
 * are for terminals only; memory grows neither with a file nor with what is wrong with it; nothing
 * is judged here that the reader, a check or the analysis could judge.
 */
package org.guichet.flux.cli;
