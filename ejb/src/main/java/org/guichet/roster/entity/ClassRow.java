package org.guichet.roster.entity;

import java.util.UUID;

/**
 * A class and who is in it; those who are pre-deleted are counted apart.
 *
 * @param others neither pupils nor teachers
 * @param withoutAccess pupils and others who have no account yet
 */
public record ClassRow(
    UUID id,
    String label,
    long pupils,
    long teachers,
    long others,
    long leaving,
    long withoutAccess) {}
