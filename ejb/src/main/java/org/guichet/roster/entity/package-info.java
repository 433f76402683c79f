/** What files of people say, and what importing them would do: values. */
@org.jspecify.annotations.NullMarked
package org.guichet.roster.entity;
