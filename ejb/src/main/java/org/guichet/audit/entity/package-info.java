/**
 * Entries and their chain. What is written is never changed; only its place in the chain is added.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.audit.entity;
