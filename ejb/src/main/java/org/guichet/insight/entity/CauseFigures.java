package org.guichet.insight.entity;

import org.guichet.flux.FindingCode;

/**
 * How often something was found that refuses passages.
 *
 * @param passages that have it
 * @param files that hold such passages
 */
public record CauseFigures(FindingCode code, long passages, long files) {}
