/** Statistics, legal deadlines and silences, for whoever may see the deposits behind them. */
@org.jspecify.annotations.NullMarked
package org.guichet.insight.boundary;
