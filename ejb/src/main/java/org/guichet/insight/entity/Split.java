package org.guichet.insight.entity;

/** By what figures are parted. */
public enum Split {
  DEPOSITOR,
  CERTIFIER,
  CONTRACT,
  CHANNEL
}
