/** The rules of accounts: logins, passwords, second factors, the catalogue, repositories. */
@org.jspecify.annotations.NullMarked
package org.guichet.account.control;
