/** What stands at both ends of an import: findings in words, templates, reports, slips. */
@org.jspecify.annotations.NullMarked
package org.guichet.roster.control;
