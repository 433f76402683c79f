/**
 * What people do with accounts. A public boundary takes a visitor and tells nobody which accounts
 * there are; every other asks who calls.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.account.boundary;
