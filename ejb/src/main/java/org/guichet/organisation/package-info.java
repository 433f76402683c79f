/**
 * Organisations: who they are, the contracts they certify under, the keys they sign in with, and
 * who may deposit for whom.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.organisation;
