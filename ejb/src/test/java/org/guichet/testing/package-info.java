/** What tests of every module build on: a clock, ids and a database of their own. */
@org.jspecify.annotations.NullMarked
package org.guichet.testing;
