/**
 * Tier 1: what is written down says what the code does. Pages that are made from the code are
 * compared with it, and written anew with {@code -Dguichet.docs.write=true}.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.documents;
