package org.guichet.organisation.entity;

import java.util.Locale;
import java.util.Optional;

/**
 * An organisation to be added, as somebody typed it.
 *
 * @param language in which it is written to; French or English
 * @param contract number of its contract as a certifier; empty for a mere depositor
 */
public record NewOrganisation(
    String matricule,
    String name,
    String email,
    Locale language,
    Optional<String> contract,
    CheckingMode mode) {}
