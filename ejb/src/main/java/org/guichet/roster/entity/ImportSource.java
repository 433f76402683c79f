package org.guichet.roster.entity;

/** By which door an import came. */
public enum ImportSource {
  PORTAL,
  SFTP
}
