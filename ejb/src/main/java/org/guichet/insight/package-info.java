/** What deposits come to: statistics, legal deadlines, silences. */
@org.jspecify.annotations.NullMarked
package org.guichet.insight;
