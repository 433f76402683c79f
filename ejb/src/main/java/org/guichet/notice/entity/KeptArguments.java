package org.guichet.notice.entity;

import org.jspecify.annotations.Nullable;

/**
 * What the texts of a notice quote, in the form in which it is kept.
 *
 * @param arguments a JSON object of strings
 * @param rows of its table: a JSON array of such objects; null without a table
 */
public record KeptArguments(String arguments, @Nullable String rows) {}
