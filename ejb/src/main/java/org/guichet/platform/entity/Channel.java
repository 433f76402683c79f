package org.guichet.platform.entity;

/** By which way somebody reaches the desk. */
public enum Channel {
  SFTP,
  PAGE,
  API,
  COMMAND_LINE,
  SYSTEM
}
