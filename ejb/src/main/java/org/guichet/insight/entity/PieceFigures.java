package org.guichet.insight.entity;

import java.time.LocalDate;

/**
 * Figures of one piece of a period.
 *
 * @param begin its first day that lies in the period
 */
public record PieceFigures(LocalDate begin, Figures figures) {}
