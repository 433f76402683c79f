/**
 * What doors and other components ask of organisations. Every method asks {@code Permissions};
 * refusals that a person can mend are values with codes, worded in the bundle {@code organisation}.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.organisation.boundary;
