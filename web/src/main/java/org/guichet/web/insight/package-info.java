/** Statistics, and passages by their legal deadline. */
@org.jspecify.annotations.NullMarked
package org.guichet.web.insight;
