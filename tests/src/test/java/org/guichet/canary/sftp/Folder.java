package org.guichet.canary.sftp;

/** A door for others to misuse. */
public interface Folder {
  String name();
}
