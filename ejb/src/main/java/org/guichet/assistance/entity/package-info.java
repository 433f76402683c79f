/**
 * Requests for assistance with their thread and history. Links that lead to them are kept as
 * digests.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.assistance.entity;
