/**
 * Tier 4: the whole system from outside, as its users meet it: a server started by the command
 * line, OpenSSH's sftp, mails as files, and a browser. Needs the built server (module config),
 * {@code sftp} and Chromium.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.system;
