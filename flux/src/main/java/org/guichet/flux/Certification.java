package org.guichet.flux;

import org.jspecify.annotations.Nullable;

/**
 * A certification of a file, without its passages.
 *
 * @param number which one of the file, from 1
 */
public record Certification(int number, @Nullable String type, @Nullable String code) {}
