/** Which column says what: by the dictionary, by nearly the same word, by what stands below. */
@org.jspecify.annotations.NullMarked
package org.guichet.roster.control.heading;
