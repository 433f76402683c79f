/** Once a year, administrators go through who still has rights. */
@org.jspecify.annotations.NullMarked
package org.guichet.review;
