package org.guichet.account.entity;

import java.util.Locale;

/**
 * Somebody who is to have an account, as somebody typed it.
 *
 * @param language in which the person reads; French or English
 */
public record NewPerson(PersonName name, String email, Locale language) {}
