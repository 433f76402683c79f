package org.guichet.flux.register;

import org.jspecify.annotations.Nullable;

/**
 * A person of a certifier's register who may hold certifications, names and codes as written there.
 * What the register lacks is null: unknown, and so in agreement with whatever a file says.
 *
 * @param lastName at birth
 * @param sex {@code M} or {@code F}
 * @param birthTown code of the town of birth, INSEE's
 * @param birthPostalCode postal code of the town of birth
 * @param birthCountry the last three digits of INSEE's code of a country
 */
public record RegisteredHolder(
    String lastName,
    @Nullable String usageName,
    String firstName,
    @Nullable String secondName,
    @Nullable String thirdName,
    @Nullable String sex,
    @Nullable Integer birthYear,
    @Nullable Integer birthMonth,
    @Nullable Integer birthDay,
    @Nullable String birthTown,
    @Nullable String birthPostalCode,
    @Nullable String birthTownName,
    @Nullable String birthCountry) {}
