/**
 * Accounts and what belongs to them. Facts are stored; locked, expired and over are worked out from
 * times. Secrets are kept as digests, or closed under a key of the deployment's secret file.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.account.entity;
