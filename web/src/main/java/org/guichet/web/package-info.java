/**
 * Door 2: pages. A page translates, calls one boundary and words the answer; it holds no rule. What
 * a request may read or change is judged by the boundaries, never by hiding a link.
 */
@NullMarked
package org.guichet.web;

import org.jspecify.annotations.NullMarked;
