/** What is counted of deposits, and the tables that it is counted in. */
@org.jspecify.annotations.NullMarked
package org.guichet.insight.control;
