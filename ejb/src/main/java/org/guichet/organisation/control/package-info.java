/** How organisations are kept, and the rules of what they hand in. Private to the component. */
@org.jspecify.annotations.NullMarked
package org.guichet.organisation.control;
