/**
 * Organisations and what belongs to them: facts are stored, all that only time moves is derived.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.organisation.entity;
