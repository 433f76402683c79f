/**
 * What is judged of a file beyond its schema: one class per check, in the list of {@link
 * org.guichet.flux.check.ContentChecks}.
 *
 * <p>What holds here: checks keep no state, so that one serves all threads and files; they say
 * nothing of values that are missing or of a wrong form, which the schema does; and what isn't
 * known for sure is a warning, since none of them may refuse what the authority would take.
 */
package org.guichet.flux.check;
