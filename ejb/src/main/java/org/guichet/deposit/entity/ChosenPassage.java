package org.guichet.deposit.entity;

import java.util.Map;
import java.util.Optional;

/**
 * A passage that goes into another file.
 *
 * @param offset of its start tag's first byte in its own file
 * @param length in bytes
 * @param changes values by field that it gets; none for one that stays as it is
 * @param draft version of the draft that {@code changes} are from; empty where there is none
 */
public record ChosenPassage(
    int position,
    Optional<String> idTechnique,
    long offset,
    long length,
    Map<String, String> changes,
    Optional<Long> draft) {}
