/**
 * Writing, sealing, searching and verifying. Who writes does so in the transaction of the deed: no
 * deed without its entry, no entry without its deed.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.audit.boundary;
