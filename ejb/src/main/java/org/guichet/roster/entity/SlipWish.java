package org.guichet.roster.entity;

import java.util.Locale;

/**
 * What somebody typed who holds a slip.
 *
 * @param email empty for none
 * @param language in which they read
 */
public record SlipWish(String login, String code, String password, String email, Locale language) {}
