/**
 * Door 1: organisations sign in with a key, drop files into {@code /depot} or {@code /essai}, and
 * fetch receipts from {@code /accuses}. Protocol glue only: what a file or a receipt is, and who
 * may touch it, is decided behind the boundaries.
 *
 * <p>Three things hold throughout. A client is told OK to its CLOSE only when the file and its row
 * are durable. A session that breaks never completes a file. Paths are looked up in a tree of our
 * own ({@link org.guichet.sftp.Tree}) and never reach a disk.
 */
@NullMarked
package org.guichet.sftp;

import org.jspecify.annotations.NullMarked;
